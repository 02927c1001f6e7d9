sCREATE TABLE t (a INT, b 'x
