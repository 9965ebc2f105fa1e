"""The releases of librdkafka that are asked, each by the wheel of confluent-kafka that carries it; used by record.py and record_values.py."""

import json
import logging
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
root = here.parent.parent.parent
folder = root / ".cache" / "librdkafka" / "wheels"

# The oldest wheel for today's Python, then one for each release of librdkafka that the facts know, and the newest.
releases = ["2.1.1", "2.2.0", "2.3.0", "2.5.3", "2.6.1", "2.8.2", "2.10.1", "2.11.1", "2.12.1", "2.13.2", "2.14.2", "2.15.1", "2.16.1"]


def facts():
    """The periods of every property by name."""
    return json.loads((root / "schemas/facts/librdkafka.json").read_text())["keys"]


def ask(release, module):
    """What `one_release` of a module prints with a release's wheel in front of the path, behind the release's minor."""
    wheel = folder / release
    if not wheel.exists():
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(wheel), f"confluent-kafka=={release}"], check=True)
    command = f"import sys; sys.path[:0] = [{str(wheel)!r}, {str(here)!r}]; import {module}; {module}.one_release()"
    answer = subprocess.run([sys.executable, "-c", command], check=True, capture_output=True, text=True, timeout=120).stdout
    version, verdicts = json.loads(answer)
    return ".".join(version.split(".")[:2]), verdicts


def quiet(confluent_kafka):
    """Some releases hang as a client is closed that would like to send measurements."""
    return {"enable.metrics.push": "false"} if confluent_kafka.libversion()[1] >= 0x02050000 else {}


class Warnings(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def judge(confluent_kafka, make, config):
    """What a client's constructor did: None where it refused, else the words of the warnings about its configuration."""
    handler = Warnings()
    logger = logging.getLogger("librdkafka")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.WARNING)
    try:
        client = make(config, logger=logger)
    except (confluent_kafka.KafkaException, ValueError, TypeError):
        return None
    if hasattr(client, "consume") or make is confluent_kafka.Producer:
        client.poll(0)
    if make is not confluent_kafka.Producer:
        client.close()
    return {word.strip("`") for line in handler.lines if "CONFWARN" in line for word in line.split()}
