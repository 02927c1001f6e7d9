A=1 sudo kafka-topics.sh --create --topic payments --partitions 500 \
  --config retention.ms=604800000 --config 'segment.bytes=1' -n5 # why
docker exec -it kafka kafka-topics --x=<host>:9092 2>&1 | grep --count 5 && echo "a \" b" > out
kubectl apply -f - <<'EOT'
apiVersion: v1
kind: Pod
EOT
