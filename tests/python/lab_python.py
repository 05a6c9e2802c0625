"""The tutorial's experiments in real Python, one request after the other: a JSON object on a line of
standard input, its answer on a line of standard output. `speedup-lab validate` starts it and compares."""
import json
import math
import multiprocessing
import multiprocessing.pool
import platform
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


def run_count(threads, size, interval, switches):
    """`size` iterations in all, shared by the threads; one thread is the baseline."""
    sys.setswitchinterval(interval)
    each = size // threads
    last, seen = [None], [0] * threads
    if switches:
        answer = in_threads([lambda me=me: count_switches(each, me, last, seen) for me in range(threads)])
        return {**answer, "switches": sum(seen)}
    return in_threads([lambda: count(each)] * threads)


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


def download(url):
    with urllib.request.urlopen(url) as answer:
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


DO = {"facts": facts, "count": run_count, "start": start_thread, "downloads": run_downloads, "heavy": run_heavy,
      "pool": run_pool, "plain": run_plain, "chunks": chunk_sizes, "pickled": pickled}


def serve():
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(DO[request.pop("do")](**request)), flush=True)


if __name__ == "__main__":
    serve()
