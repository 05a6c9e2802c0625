"""The tutorial's experiments in real Python, one request after the other: a JSON object on a line of
standard input, its answer on a line of standard output. `speedup-lab validate` starts it and compares."""
import json
import math
import multiprocessing
import multiprocessing.pool
import platform
import socket
import sys
import sysconfig
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor


def facts():
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    return {"implementation": platform.python_implementation(), "version": platform.python_version(), "gil": gil,
            "free_threaded_build": bool(sysconfig.get_config_var("Py_GIL_DISABLED")), "cpus": multiprocessing.cpu_count(),
            "methods": multiprocessing.get_all_start_methods()}


def count(n):
    i = 0
    while i < n:
        i += 1


def count_switches(n, me, last, switches):
    """Counts like `count`, and how often another thread ran in between: a switch happens at the jump back
    only, so whoever finds another's name has just got the lock."""
    i = 0
    while i < n:
        i += 1
        if last[0] != me:
            last[0] = me
            switches[me] += 1


def in_threads(bodies):
    threads = [threading.Thread(target=body) for body in bodies]
    cpu, begin = time.process_time(), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"seconds": time.perf_counter() - begin, "cpu_s": time.process_time() - cpu}


def run_count(threads, size, interval):
    """`size` iterations in all, shared by the threads; one thread is the baseline."""
    sys.setswitchinterval(interval)
    return in_threads([lambda: count(size // threads)] * threads)


def run_hand_offs(threads, size, interval):
    """How often the GIL changes hands as long as all threads are at work; who takes it first took it from nobody."""
    sys.setswitchinterval(interval)
    last, seen, ends = [None], [0] * threads, []

    def body(me):
        count_switches(size // threads, me, last, seen)
        ends.append((time.perf_counter(), sum(seen)))

    begin = time.perf_counter()
    in_threads([lambda me=me: body(me) for me in range(threads)])
    first_end, switches = ends[0]
    return {"seconds": first_end - begin, "switches": switches - 1}


def wait_number(number, mean):
    """The waits of one that responds: give or take three tenths, in step with no switch interval."""
    return mean * (1 + 0.6 * ((number + 1) * 0.6180339887498949 % 1 - 0.5))


def compute(stop):
    """Computes until there is something in `stop`, and looks at it now and then only."""
    while not stop:
        i = 0
        while i < 20_000:
            i += 1


def compute_in_calls(stop, size):
    """The same in calls of C, which keep the GIL to their end."""
    while not stop:
        sum(range(size))


def call_size(seconds):
    """How far sum(range(n)) counts in that time here, by the quickest of a few probes."""
    probe, quickest = 3_000_000, float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        sum(range(probe))
        quickest = min(quickest, time.perf_counter() - begin)
    return int(probe * seconds / quickest)


def run_answers(busy, interval, call_s, answers, wait_s):
    """How late a thread is back from each of its waits, beside others that only compute."""
    sys.setswitchinterval(interval)
    stop, delays = [], []
    size = call_size(call_s) if call_s else 0

    def answer():
        for number in range(answers):
            wait = wait_number(number, wait_s)
            begin = time.perf_counter()
            time.sleep(wait)
            delays.append(time.perf_counter() - begin - wait)
        stop.append(True)

    bodies = [lambda: compute_in_calls(stop, size) if size else compute(stop)] * busy
    in_threads([*bodies, answer])
    return {"delays": delays}


def ask(port, duration, pipe):
    """A client in a process of its own, which asks again as soon as it is answered."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        answers, end = 0, time.perf_counter() + duration
        while time.perf_counter() < end:
            connection.sendall(b"x")
            if connection.recv(1) != b"x":
                break
            answers += 1
    pipe.send(answers)


def serve_echoes(listener):
    connection, _ = listener.accept()
    with connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while byte := connection.recv(1):
            connection.sendall(byte)


def run_echoes(busy, duration):
    """How often a server thread answers, beside others that only compute."""
    sys.setswitchinterval(0.005)
    stop = []
    ours, theirs = multiprocessing.Pipe()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        context = multiprocessing.get_context("fork")
        client = context.Process(target=ask, args=(listener.getsockname()[1], duration, theirs))
        client.start()
        threads = [threading.Thread(target=compute, args=(stop,)) for _ in range(busy)]
        for thread in threads:
            thread.start()
        serve_echoes(listener)
        stop.append(True)
        for thread in threads:
            thread.join()
        client.join()
    return {"echoes": ours.recv()}


def start_thread():
    """How long Thread.start() takes when the thread computes at once."""
    sys.setswitchinterval(0.005)
    stop = []
    thread = threading.Thread(target=lambda: [None for _ in iter(lambda: bool(stop), True)])
    begin = time.perf_counter()
    thread.start()
    seconds = time.perf_counter() - begin
    stop.append(True)
    thread.join()
    return {"seconds": seconds}


# What is asked is on this machine: no proxy knows the way.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def download(url):
    with OPENER.open(url) as answer:
        return len(answer.read())


def run_downloads(urls, threads):
    sys.setswitchinterval(0.005)
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(time.sleep, [0] * threads))
        begin = time.perf_counter()
        size = sum(pool.map(download, urls))
        return {"seconds": time.perf_counter() - begin, "bytes": size}


def heavy(n):
    return sum(math.sqrt(i) * math.sin(i) for i in range(n))


def run_heavy(tasks, size):
    """The baseline of the pools: the tasks one after the other, in a thread that is not the main one."""
    return in_threads([lambda: [heavy(size) for _ in range(tasks)]])


def run_pool(method, processes, tasks, size):
    context = multiprocessing.get_context(method)
    begin = time.perf_counter()
    pool = context.Pool(processes)
    created = time.perf_counter()
    results = pool.map(heavy, [size] * tasks)
    mapped = time.perf_counter()
    pool.close()
    pool.join()
    return {"create_s": created - begin, "seconds": mapped - created, "in_order": len(set(results)) == 1}


def run_plain(processes, tasks, size):
    """What the machine gives to processes without any pool: each does its share by itself."""
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=run_share, args=(tasks // processes, size)) for _ in range(processes)]
    begin = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return {"seconds": time.perf_counter() - begin}


def run_share(tasks, size):
    for _ in range(tasks):
        heavy(size)


def chunk_sizes(cases):
    """The chunk size that Pool.map really takes, seen where it hands the tasks on."""
    pool_class = multiprocessing.pool.Pool
    split = pool_class._get_tasks
    seen = []
    pool_class._get_tasks = staticmethod(lambda function, items, size: (seen.append(size), split(function, items, size))[1])
    try:
        for items, processes in cases:
            with multiprocessing.pool.ThreadPool(processes) as pool:
                pool.map(abs, range(items))
    finally:
        pool_class._get_tasks = staticmethod(split)
    return {"sizes": seen}


def pickled():
    """Bytes of one of the tutorial's tasks and of its result on their way through a Pool."""
    task = (0, 0, multiprocessing.pool.mapstar, ((heavy, (10_000_000,)),), {})
    dumps = multiprocessing.reduction.ForkingPickler.dumps
    return {"task_bytes": len(dumps(task)), "result_bytes": len(dumps((0, 0, (True, [1.5]))))}


DO = {"facts": facts, "count": run_count, "hand-offs": run_hand_offs, "answers": run_answers, "echoes": run_echoes, "start": start_thread,
      "downloads": run_downloads, "heavy": run_heavy, "pool": run_pool, "plain": run_plain, "chunks": chunk_sizes, "pickled": pickled}


def serve():
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(DO[request.pop("do")](**request)), flush=True)


if __name__ == "__main__":
    serve()
