"""Records what the real librdkafka says to properties beside one another, for test/oracle/librdkafka/verdicts.test.ts.

usage: python record.py      (installs the wheels of confluent-kafka into .cache; writes recorded/verdicts.json)

Relations and names stand in cases.json; values of single properties are record_values.py's. A case is a client's role and its properties in order; a
consumer that acknowledges shares is a share consumer. The verdict is what its constructor did, behind the first release in which it holds: refused, or
accepted with the names that it warned about.
"""

import json

import wheels


def make(confluent_kafka, case):
    if case["role"] != "consumer":
        return confluent_kafka.Producer
    share = "share.acknowledgement.mode" in case["config"] and hasattr(confluent_kafka, "ShareConsumer")
    return confluent_kafka.ShareConsumer if share else confluent_kafka.Consumer


def one_release():
    """Runs with the wheel of one release in front of the path; prints its verdicts."""
    import confluent_kafka

    names = wheels.facts().keys()
    verdicts = []
    for case in cases():
        group = {"group.id": "g"} if case["role"] == "consumer" else {}
        warned = wheels.judge(confluent_kafka, make(confluent_kafka, case), {**wheels.quiet(confluent_kafka), **group, **case["config"]})
        verdicts.append("refused" if warned is None else sorted(warned & names))
    print(json.dumps([confluent_kafka.libversion()[0], verdicts]))


def cases():
    return json.loads((wheels.here / "cases.json").read_text())


def changes(said):
    """Verdicts by the first release in which each holds."""
    by_release, last = {}, None
    for release, verdict in said:
        if verdict != last:
            by_release[release] = verdict
        last = verdict
    return by_release


if __name__ == "__main__":
    said = [wheels.ask(release, "record") for release in wheels.releases]
    lines = []
    for i, case in enumerate(cases()):
        verdict = changes([(release, verdicts[i]) for release, verdicts in said])
        lines.append(json.dumps({**case, "verdict": verdict}, separators=(",", ":")))
    text = f'{{"librdkafka":{json.dumps([release for release, _ in said])},"cases":[\n' + ",\n".join(lines) + "\n]}\n"
    (wheels.here / "recorded" / "verdicts.json").write_text(text)
    print(len(lines))
