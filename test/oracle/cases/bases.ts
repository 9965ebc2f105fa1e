// Files that every release accepts, for roles whose files are whole. Cases change them.

/** A combined broker and controller: the one shape that 2.8 and the newest release both take. */
export const kraft = `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@localhost:9093
listeners=PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL
log.dirs=/var/lib/kafka/data
`;

export const brokerOnly = `process.roles=broker
node.id=2
controller.quorum.voters=1@localhost:9093
listeners=PLAINTEXT://localhost:9092
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=/var/lib/kafka/data
`;

export const controllerOnly = `process.roles=controller
node.id=1
controller.quorum.voters=1@localhost:9093
listeners=CONTROLLER://localhost:9093
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=/var/lib/kafka/data
`;

/** A broker beside ZooKeeper, which 4.0 and later refuse. */
export const zookeeper = `broker.id=1
zookeeper.connect=localhost:2181
listeners=PLAINTEXT://localhost:9092
log.dirs=/var/lib/kafka/data
`;

const converters = `key.converter=org.apache.kafka.connect.json.JsonConverter
value.converter=org.apache.kafka.connect.json.JsonConverter
`;

export const distributed = `bootstrap.servers=localhost:9092
group.id=connect-cluster
${converters}config.storage.topic=connect-configs
offset.storage.topic=connect-offsets
status.storage.topic=connect-status
`;

export const standalone = `bootstrap.servers=localhost:9092
${converters}offset.storage.file.filename=/var/lib/connect/offsets
`;

export const sink = `name=to-file
connector.class=org.apache.kafka.connect.file.FileStreamSinkConnector
topics=orders
file=/var/lib/connect/out.txt
`;

export const source = `name=from-file
connector.class=org.apache.kafka.connect.file.FileStreamSourceConnector
topic=orders
file=/var/lib/connect/in.txt
`;

export const mirror = `clusters=A,B
A.bootstrap.servers=localhost:9092
B.bootstrap.servers=localhost:9093
A->B.enabled=true
A->B.topics=.*
`;
