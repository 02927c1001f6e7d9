mdb.a.find({b: [1, new Date(
