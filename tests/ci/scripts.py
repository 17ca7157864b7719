"""The commands of the ready-made pipeline files, as a runner would run them.

    scripts.py action FILE STEP     the script of a step of a composite action, with the
                                    defaults of its inputs as shell assignments
    scripts.py job FILE JOB         the script of a GitLab job, with its variables
    scripts.py mend FILE N POLICY   the policy with the Nth ```diff of the file applied
    scripts.py check WORKFLOW ACTION GITLAB HOOKS   what the services demand of their form
"""
import re
import shlex
import sys

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


def check(workflow, composite, gitlab, hooks):
    flow = load(workflow)
    assert flow["name"] and flow[True] and flow["permissions"], "workflow"  # `on` reads as true
    for each in flow["jobs"].values():
        assert each["runs-on"] and all("uses" in s or "run" in s for s in each["steps"])
    steps = load(composite)["runs"]
    assert steps["using"] == "composite" and all(s["shell"] for s in steps["steps"])
    template = load(gitlab)[".polc"]
    assert set(template["artifacts"]["reports"]) == {"codequality", "junit"}
    assert template["artifacts"]["when"] == "always", "the reports of a failing run are the ones wanted"
    used = set(re.findall(r"\$(POLC_[A-Z_]+)", "\n".join(template["before_script"] + template["script"])))
    assert used == set(template["variables"]), used ^ set(template["variables"])
    for hook in load(hooks):
        assert {"id", "name", "entry", "language"} <= set(hook)
    return ""


COMMANDS = {"action": action, "job": job, "mend": mend, "check": check}
print(COMMANDS[sys.argv[1]](*sys.argv[2:]))
