# Keeps a copy of what a token may see: GRAPH_TOKEN=… python3 sync.py copy.json
import json, os, sys, time, urllib.error, urllib.request

URL = os.environ.get("GRAPH_URL", "http://localhost:4000/graphql")
FILE = sys.argv[1] if len(sys.argv) > 1 else "copy.json"
QUERY = """query ($since: String) {
  changes(since: $since, first: 500, types: [SCHOOL, MEMBERSHIP, REVIEW, ENROLMENT, OUTCOME]) {
    nodes { type id operation node {
      ... on School { name roll }
      ... on Membership { memberUrn: urn joined left }
      ... on Review { hostUrn: urn startDate headings { code estimate } }
      ... on Enrolment { role staff }
      ... on Outcome { academicYear value pupils }
    } }
    endCursor hasMore
  }
}"""

def page(copy, tries=0):
    """One page of changes. Waits when it is told to, and when somebody does not answer."""
    body = json.dumps({"query": QUERY, "variables": {"since": copy["since"]}}).encode()
    headers = {"content-type": "application/json", "authorization": "Bearer " + os.environ["GRAPH_TOKEN"]}
    wait, answer = 2**tries, {"errors": []}
    try:
        with urllib.request.urlopen(urllib.request.Request(URL, body, headers), timeout=60) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        if error.code != 429 and error.code < 500:
            raise SystemExit(error.read().decode())
        wait = float(error.headers.get("retry-after") or wait)
    except OSError:
        pass
    codes = [error["extensions"]["code"] for error in answer.get("errors", [])]
    if "STALE_CURSOR" in codes:
        copy.update(since=None, things={})  # too long ago: begin again
        return page(copy)
    if "data" not in answer or {"SUBGRAPH_TIMEOUT", "SUBGRAPH_UNAVAILABLE", "OVERLOADED", "RATE_LIMITED"}.intersection(codes):
        if tries == 8:
            raise SystemExit(URL + " does not answer: " + json.dumps(answer))
        time.sleep(wait)
        return page(copy, tries + 1)
    if codes:
        raise SystemExit(json.dumps(answer["errors"]))
    return answer["data"]["changes"]

copy = json.load(open(FILE)) if os.path.exists(FILE) else {"since": None, "things": {}}
more = True
while more:
    changes = page(copy)
    for change in changes["nodes"]:
        key = change["type"] + " " + change["id"]
        copy["things"].pop(key, None)
        if change["node"]:
            copy["things"][key] = change["node"]
    copy["since"], more = changes["endCursor"], changes["hasMore"]
with open(FILE + ".new", "w") as out:
    json.dump(copy, out)
os.replace(FILE + ".new", FILE)  # all of it or nothing
print(len(copy["things"]), "things")
