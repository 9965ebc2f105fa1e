"""Records what the real librdkafka says to configurations, for test/oracle/librdkafka/verdicts.test.ts.

usage: python record.py            (needs `pip install confluent-kafka==2.15.1`; writes recorded/verdicts.json)

Every property that has a range, a list of values or is a boolean is set to values in, at and beyond its bounds; relations and
names stand in cases.json; a consumer that acknowledges shares is a share consumer. A case is a client's role and its properties in order; the verdict is what `Producer(…)` or
`Consumer(…)` did: refused, or accepted with the names that it warned about.
"""

import json
import logging
import pathlib

import confluent_kafka

here = pathlib.Path(__file__).parent
root = here.parent.parent.parent


def facts():
    """The newest period of every property that is still there."""
    keys = json.loads((root / "schemas/facts/librdkafka.json").read_text())["keys"]
    return {name: periods[-1] for name, periods in keys.items() if "until" not in periods[-1]}


def values(fact):
    kind, validator = fact["type"], fact.get("validator", {})
    if kind == "boolean":
        return ["true", "F", "1", "yes", ""]
    if kind in ("int", "double") and validator.get("kind") == "range":
        low, high = validator["min"], validator["max"]
        bounds = [low - 1, low, high, high + 1]
        return [str(int(one)) for one in bounds] + ["x", ""] + (["0.5"] if kind == "double" else [])
    if validator.get("kind") in ("enum", "list"):
        return [validator["values"][0], validator["values"][-1].upper(), "nonsense", ""]
    return []


# What loads files or libraries, kills threads, or opens sockets to itself tells of the machine or the binding, not of
# the configuration; so does Kerberos, which SASL means by default and the wheel is built without.
machine = {"builtin.features", "internal.termination.signal", "enabled_events", "test.mock.num.brokers", "enable_sasl_queue", "log.queue",
           "enable.sparse.connections", "delivery.report.only.error", "security.protocol", "sasl.oauthbearer.metadata.authentication.type"}


def bounds():
    for name, fact in facts().items():
        if name in machine or fact.get("internal") or fact.get("callback") or fact.get("refused"):
            continue
        for value in values(fact):
            yield {"role": fact.get("only", "producer"), "config": {name: value}}


class Warnings(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def judge(case):
    config = dict(case["config"])
    handler = Warnings()
    logger = logging.getLogger("librdkafka")
    logger.handlers = [handler]
    logger.propagate = False
    if case["role"] == "consumer":
        config.setdefault("group.id", "g")
    share = case["role"] == "consumer" and "share.acknowledgement.mode" in config
    make = confluent_kafka.ShareConsumer if share else confluent_kafka.Consumer if case["role"] == "consumer" else confluent_kafka.Producer
    try:
        client = make(config, logger=logger)
    except (confluent_kafka.KafkaException, ValueError, TypeError):
        return "refused"
    if not share:
        client.poll(0)
    if case["role"] == "consumer":
        client.close()
    return sorted({word for line in handler.lines if "CONFWARN" in line for word in line.split() if word.strip("`") in facts_by_name})


facts_by_name = facts()

if __name__ == "__main__":
    logging.getLogger("librdkafka").setLevel(logging.WARNING)
    cases = list(bounds()) + json.loads((here / "cases.json").read_text())
    lines = [json.dumps({**case, "verdict": judge(case)}, separators=(",", ":")) for case in cases]
    version = confluent_kafka.libversion()[0]
    text = f'{{"librdkafka":{json.dumps(version)},"cases":[\n' + ",\n".join(lines) + "\n]}\n"
    (here / "recorded" / "verdicts.json").write_text(text)
    print(version, len(lines))
