"""Draws policies by chance, the same ones each time: chance.py GRAMMAR FOLDER. Each has some blocks, and some fields
of each, with words of the vocabularies drawn among all."""

import os
import random
import sys

import authoring
import hostile

COUNT = 12


def main():
    tables, folder = authoring.Tables(sys.argv[1]), sys.argv[2]
    os.makedirs(folder)
    for seed in range(COUNT):
        writer = authoring.Writer(tables, hostile.Author().text, random.Random(seed))
        with open(f"{folder}/chance{seed}.policy", "w", encoding="utf-8") as file:
            file.write(writer.policy())


if __name__ == "__main__":
    main()
