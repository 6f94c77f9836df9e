package org.lagroups.wormguard.rule.pattern;

import java.util.Arrays;

/**
 * The ways that a search has not gone yet, the last first, and its registers, which are as they
 * were when it goes back.
 */
final class Choices {

  /** The most numbers that are kept, two for each way and each change of a register. */
  private static final int MAX_NUMBERS = 1 << 21;

  private int[] numbers = new int[256];
  private int top;
  private int[] registers = new int[16];
  private int step;
  private int place;

  /** Forgets all; for a program with so many registers, which hold -1 then. */
  void begin(int count) {
    top = 0;
    if (registers.length < count) {
      registers = new int[2 * count];
    }
    Arrays.fill(registers, 0, count, -1);
  }

  int register(int number) {
    return registers[number];
  }

  /** How far a later {@link #back} or {@link #drop} may go. */
  int mark() {
    return top;
  }

  /** A way that may be gone later; false if there are too many. */
  boolean add(int otherStep, int from) {
    return push(otherStep, from);
  }

  /** Sets a register; false if there is no room to remember what it was. */
  boolean set(int register, int value) {
    boolean isKept = push(~register, registers[register]);
    registers[register] = value;
    return isKept;
  }

  /** Goes back to the last way added, but not beyond a mark; whether there is one. */
  boolean back(int mark) {
    while (top > mark) {
      top -= 2;
      if (numbers[top] >= 0) {
        step = numbers[top];
        place = numbers[top + 1];
        return true;
      }
      registers[~numbers[top]] = numbers[top + 1];
    }
    return false;
  }

  /** Makes registers what they were at a mark, and forgets the ways since. */
  void undo(int mark) {
    boolean isMore = true;
    while (isMore) {
      isMore = back(mark);
    }
  }

  /** Where the way goes on that {@link #back} found. */
  int step() {
    return step;
  }

  /** The place in the text that it goes on from. */
  int place() {
    return place;
  }

  /** Forgets the ways since a mark; what registers were then is still known. */
  void drop(int mark) {
    int kept = mark;
    for (int i = mark; i < top; i += 2) {
      if (numbers[i] < 0) {
        numbers[kept++] = numbers[i];
        numbers[kept++] = numbers[i + 1];
      }
    }
    top = kept;
  }

  private boolean push(int one, int other) {
    if (top == numbers.length) {
      if (top == MAX_NUMBERS) {
        return false;
      }
      numbers = Arrays.copyOf(numbers, 2 * top);
    }
    numbers[top++] = one;
    numbers[top++] = other;
    return true;
  }
}
