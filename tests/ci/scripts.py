"""The commands of the ready-made pipeline files, as a runner would run them.

    scripts.py action FILE STEP     the script of a step of a composite action, with the
                                    defaults of its inputs as shell assignments
    scripts.py job FILE JOB         the script of a GitLab job, with its variables
    scripts.py mend FILE N POLICY   the policy with the Nth ```diff of the file applied
    scripts.py schema SCHEMA FILE   the file is what the service's published schema asks
    scripts.py template FILE        the variables of the template are those that it uses
"""
import json
import re
import shlex
import sys

import jsonschema
import yaml


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


def assignments(values):
    return "".join("export %s=${%s-%s}\n" % (k, k, shlex.quote(str(v))) for k, v in values.items())


def action(path, name):
    document = load(path)
    step = next(s for s in document["runs"]["steps"] if s["name"] == name)
    inputs = {key: row["default"] for key, row in document["inputs"].items()}
    values = {}
    for variable, text in step.get("env", {}).items():
        key = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", text).group(1)
        values[variable] = inputs[key]
    assert "${{" not in step["run"], "an input would be read as a command"
    return assignments(values) + step["run"]


def job(path, name):
    document = load(path)[name]
    return assignments(document["variables"]) + "\n".join(document["script"])


def mend(path, number, policy):
    with open(path, encoding="utf-8") as file:
        block = re.findall(r"^```diff\n(.*?)^```", file.read(), re.M | re.S)[int(number) - 1]
    changes = [(line[0], line[1:]) for line in block.splitlines()]
    with open(policy, encoding="utf-8") as file:
        lines = file.read().splitlines()
    kept = [text for sign, text in changes if sign == " "]
    at = next(i for i in range(len(lines)) if lines[i:i + len(kept)] == kept)
    lines[at:at + len(kept)] = [text for _, text in changes]
    return "\n".join(lines)


def schema(path, document):
    with open(path, encoding="utf-8") as file:
        rules = json.load(file)
    value = load(document)
    if isinstance(value, dict) and True in value:  # YAML 1.1 reads the key `on` as a truth value
        value["on"] = value.pop(True)
    validator = jsonschema.validators.validator_for(rules)(rules)
    errors = ["%s: %s" % (list(e.absolute_path), e.message[:200]) for e in validator.iter_errors(value)]
    assert not errors, "\n".join(errors)
    return ""


def template(path):
    job_template = load(path)[".polc"]
    text = "\n".join(job_template["before_script"] + job_template["script"])
    used = set(re.findall(r"\$(POLC_[A-Z_]+)", text))
    assert used == set(job_template["variables"]), used ^ set(job_template["variables"])
    assert job_template["artifacts"]["when"] == "always", "the reports of a failing run are the ones wanted"
    return ""


COMMANDS = {"action": action, "job": job, "mend": mend, "schema": schema, "template": template}
print(COMMANDS[sys.argv[1]](*sys.argv[2:]))
