"""Reads a Chrome trace as a viewer does, and holds it to what a viewer needs."""
import json
from collections import defaultdict


class ChromeTrace:
    """The events by kind. Instants are whole nanoseconds, so that they can be compared exactly."""

    def __init__(self, text):
        self.file = json.loads(text)
        self.processes, self.tracks, self.places = {}, {}, {}
        self.slices, self.marks, self.flows = defaultdict(list), [], defaultdict(list)
        for event in self.file["traceEvents"]:
            self._take_in(event)

    def _take_in(self, event):
        phase, track = event["ph"], (event["pid"], event["tid"])
        if phase == "M":
            place = {"process_name": (self.processes, event["pid"], "name"), "thread_name": (self.tracks, track, "name"),
                     "thread_sort_index": (self.places, track, "sort_index")}.get(event["name"])
            if place:
                assert place[1] not in place[0], f"named twice: {event}"
                place[0][place[1]] = event["args"][place[2]]
            return
        begin = nanoseconds(event["ts"])
        assert begin >= 0, event
        if phase == "X":
            end = begin + nanoseconds(event["dur"])
            assert end >= begin, event
            self.slices[track].append((begin, end, event["name"], event.get("args", {})))
        elif phase == "i":
            self.marks.append((begin, track, event["name"], event.get("args", {})))
        elif phase in "sf":
            self.flows[event["id"]].append((phase, begin, track, event))
        else:
            raise AssertionError(f"unknown phase: {event}")

    def check(self):
        """Raises AssertionError with what is wrong."""
        for track in [*self.slices, *(mark[1] for mark in self.marks)]:
            assert track in self.tracks and track[0] in self.processes, f"{track} has no name"
        assert len({tid for _, tid in self.tracks}) == len(self.tracks), "a thread number is taken twice"
        for track, slices in self.slices.items():
            check_nesting(self.tracks[track], slices)
        for number, ends in self.flows.items():
            self._check_flow(number, ends)

    def _check_flow(self, number, ends):
        assert [end[0] for end in ends] == ["s", "f"], f"flow {number} has not one start and one finish: {ends}"
        (_, begin, _, first), (_, end, _, last) = ends
        assert begin <= end, f"flow {number} goes back in time"
        assert (first["name"], first["cat"]) == (last["name"], last["cat"]) and last["bp"] == "e"
        for _, at, track, _ in ends:
            assert any(a <= at <= b for a, b, _, _ in self.slices[track]), f"flow {number} ends outside of any slice at {at} of {self.tracks[track]}"

    def track(self, process, name):
        """The slices of a track, in the order of time."""
        found = [track for track, own in self.tracks.items() if own == name and self.processes[track[0]] == process]
        assert len(found) == 1, f"{len(found)} tracks {name} in {process}"
        return sorted(self.slices[found[0]], key=lambda slice: (slice[0], -slice[1]))

    def tracks_of(self, process):
        """The names of its tracks, as a viewer orders them."""
        own = [track for track in self.tracks if self.processes[track[0]] == process]
        return [self.tracks[track] for track in sorted(own, key=self.places.get)]

    def flows_of(self, process, name):
        return [ends for ends in self.flows.values() if ends[0][3]["name"] == name and self.processes[ends[0][2][0]] == process]


def nanoseconds(microseconds):
    return round(microseconds * 1000)


def check_nesting(track, slices):
    """Two slices of a track follow each other or one lies in the other."""
    open_ends = []
    for begin, end, name, _ in sorted(slices, key=lambda slice: (slice[0], -slice[1])):
        while open_ends and open_ends[-1] <= begin:
            open_ends.pop()
        assert not open_ends or end <= open_ends[-1], f"{track}: {name} at {begin} overlaps what it does not lie in"
        open_ends.append(end)
