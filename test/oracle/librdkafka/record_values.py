"""Records what the real librdkafka says to every property beside values of every kind, release by release, for test/oracle/librdkafka/values.test.ts.

usage: python record_values.py      (installs the wheels of confluent-kafka into .cache; writes recorded/values.json)

Each property gets its default, all values it allows and these in the wrong case, both bounds and what lies beyond them, numbers with suffixes and in other
bases, words of other types and nothing; no blanks around a value, which readers of files take off. A verdict is a letter, r = refused, a = accepted, w = accepted with a warning of librdkafka's that names
the property; a second one stands behind the first release in which it holds ("a 2.10:w").
"""

import json

import wheels

# What loads files or libraries, kills threads, opens sockets to itself or tells of the build and not of the configuration; Python dies of a blank
# `group.id`.
machine = {"builtin.features", "internal.termination.signal", "enabled_events", "test.mock.num.brokers", "test.mock.broker.rtt", "enable_sasl_queue",
           "log.queue", "plugin.library.paths", "https.ca.location", "share.acknowledgement.mode", "delivery.report.only.error", "ssl.ca.certificate.stores", "sasl.oauthbearer.metadata.authentication.type",
           "topic.blacklist", "group.id"}

# What a property needs beside it so that its own value is judged.
user = {"sasl.username": "a", "sasl.password": "b"}
beside = {
    "security.protocol": {"sasl.mechanisms": "PLAIN", **user},
    "sasl.mechanism": {"security.protocol": "sasl_plaintext", **user},
    "sasl.mechanisms": {"security.protocol": "sasl_plaintext", **user},
    "sasl.username": {"sasl.mechanisms": "PLAIN"},
    "ssl.keystore.location": {"ssl.keystore.password": "x"},
}
other_types = ["", "x", "true", "True", "T", "f", "0", "1", "yes", "on", '"true"']


def cased(words):
    return [form for word in words for form in (word, word.upper(), word.lower(), f'"{word}"')]


def numbers(low, high):
    bounds = [low - 1, low, low + 1, high - 1, high, high + 1]
    return [str(int(one)) for one in bounds] + [form for form in (f"{int(high)}x", f"+{int(high)}", f"{hex(int(high))}")]


def values(periods):
    """What is tried: the same in every release, so that a release's own bounds are tried in its neighbours too."""
    tried = list(other_types)
    for fact in periods:
        validator = fact.get("validator", {})
        tried += [fact["default"]] if "default" in fact else []
        tried += cased(fact.get("words", []))
        if fact["type"] in ("int", "double"):
            tried += numbers(validator.get("min", 0), validator.get("max", 1)) + ["010", "09", "1e3", "0.5", ".5", "-", "5ms", "4294967297", "99999999999999999999"]
        if validator.get("values"):
            words = validator["values"]
            tried += cased(words) + [",".join(words[:2]), f"{words[0]} ,{words[-1]}", f"{words[0]}, -{words[-1]}", ","]
    # The wheels are built without Kerberos.
    return [one for one in dict.fromkeys(tried) if one != "GSSAPI"]


def is_tried(name, periods):
    last = periods[-1]
    return name not in machine and not any(last.get(flag) for flag in ("callback", "refused", "internal"))


def letter(warned, names):
    return "r" if warned is None else "w" if warned & names else "a"


def one_release():
    """Runs with the wheel of one release in front of the path; prints its verdicts."""
    import confluent_kafka

    verdicts = {}
    for name, periods in wheels.facts().items():
        if not is_tried(name, periods):
            continue
        role = periods[-1].get("only", "producer")
        base = {**wheels.quiet(confluent_kafka), **beside.get(name, {}), **({"group.id": "g"} if role == "consumer" else {})}
        names = {name, periods[-1].get("alias", name)}
        make = confluent_kafka.Consumer if role == "consumer" else confluent_kafka.Producer
        verdicts[name] = {value: letter(wheels.judge(confluent_kafka, make, {**base, name: value}), names) for value in values(periods)}
    print(json.dumps([confluent_kafka.libversion()[0], verdicts]))


def runs(by_release):
    """The letters of all releases as one text: the first, then each change."""
    said, last = "", ""
    for release, letter in by_release:
        if letter != last:
            said += f" {release}:{letter}" if last else letter
        last = letter
    return said


if __name__ == "__main__":
    said = [wheels.ask(release, "record_values") for release in wheels.releases]
    lines = []
    for name, tried in said[0][1].items():
        verdicts = {value: runs([(release, of[name][value]) for release, of in said]) for value in tried}
        lines.append(f"{json.dumps(name)}:{json.dumps(verdicts, separators=(',', ':'))}")
    text = f'{{"librdkafka":{json.dumps([release for release, _ in said])},"properties":{{\n' + ",\n".join(lines) + "\n}}\n"
    (wheels.here / "recorded" / "values.json").write_text(text)
    print(len(lines), sum(len(tried) for tried in said[0][1].values()))
