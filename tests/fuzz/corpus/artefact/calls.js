m// setup for 5 km
const x = db.collection('events');
db.users.createIndex({ location: "2dsphere" });
db.events.createIndex({ createdAt: 1 }, { expireAfterSeconds: 60 * 60 * 24 * 30, name: 'ttl' }); // 30 days
db.events.find({ location: { $nearSphere: { $geometry: { type: "Point", coordinates: [-73.9667, 40.78] }, $maxDistance: 5000 } }, at: {$gt: new Date(Date.now() - 5)}, d: ISODate("2020"), e: Date.now() - 5*60*1000, f: /x/ , 'g': 100 // 100 m
} )
  .sort({ createdAt: -1 }).limit(20);
db.createCollection("e", {capped: true, size: 1073741824});
db.getCollection("x y").aggregate([{$match: {}}]);
