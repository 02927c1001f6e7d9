echo don't "
cat <<EOF
--a <\