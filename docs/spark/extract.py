#!/usr/bin/env python3
"""Runs `standpunkt extract` on an Apache Spark cluster, one process a partition.

    spark-submit docs/spark/extract.py INPUT OUTPUT [--program standpunkt] [--partitions N]

INPUT is a file or folder of JSON lines ({"document", "text", "path", "date"}; any address that Spark can
read), or with --articles a folder of text files that every worker can read. OUTPUT is a new folder of JSON
lines, in the order of the input. Load it with

    cat OUTPUT/part-* | standpunkt index ARCHIVE --from-jsonl -
"""
import argparse
import json
import os
import shlex

from pyspark.sql import SparkSession


def article_paths(folder):
    """What standpunkt takes for articles below a folder, sorted by path."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.startswith((".", "README")) or not name.lower().endswith((".txt", ".text")):
                continue
            found.append(os.path.relpath(os.path.join(parent, name), folder))
    return sorted(found, key=os.fsencode)


def as_line(folder, path):
    """One article as a line of JSON, its text decoded as standpunkt does."""
    with open(os.path.join(folder, path), "rb") as file:
        data = file.read()
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    document = os.path.splitext(path)[0]
    return json.dumps({"document": document, "text": text, "path": path}, ensure_ascii=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--articles", action="store_true", help="INPUT is a folder of text files")
    parser.add_argument("--program", default="standpunkt", help="its path on the workers")
    parser.add_argument("--lists", help="the archive's folder on the workers, for its codebook and actors")
    parser.add_argument("--partitions", type=int, default=0, help="pieces of work")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("standpunkt").getOrCreate()
    context = spark.sparkContext
    partitions = arguments.partitions or context.defaultParallelism * 4
    if arguments.articles:
        folder = os.path.abspath(arguments.input)
        lines = context.parallelize(article_paths(folder), partitions).map(
            lambda path: as_line(folder, path))
    else:
        lines = context.textFile(arguments.input, partitions)
    # Status 1 says that single articles could not be read; they are named in the worker's log.
    program = f"{shlex.quote(arguments.program)} extract"
    if arguments.articles and not arguments.lists:
        arguments.lists = os.path.abspath(arguments.input)
    if arguments.lists:
        program += f" --lists {shlex.quote(arguments.lists)}"
    command = f"{program} --input jsonl --with-text - || [ $? -eq 1 ]"
    analysed = lines.pipe("sh -c " + shlex.quote(command), checkCode=True)
    analysed.saveAsTextFile(arguments.output)
    spark.stop()


if __name__ == "__main__":
    main()
