$ cmd --n 5 \
  --m 6
out --put
$ x
