package org.lagroups.wormguard.rule.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.lagroups.wormguard.rule.pattern.syntax.ByteSet;
import org.lagroups.wormguard.rule.pattern.syntax.Node;
import org.lagroups.wormguard.rule.text.Mistake;

/** Makes a program of an expression's tree. */
final class Compiler {

  /** How many parts of a tree are gone through, those that are repeated again and again. */
  private static final int MAX_EMITTED = 10 * BytePattern.MAX_STEPS;

  private final String keyword;
  private final Map<ByteSet, Integer> sets = new HashMap<>();
  private final List<Node.Kind> kinds = new ArrayList<>();
  private final Set<Integer> referenced = new HashSet<>();
  private final Map<Integer, Integer> groupRegisters = new HashMap<>();
  private int[] operations = new int[64];
  private int[] first = new int[64];
  private int[] second = new int[64];
  private int size;
  private int emitted;
  private int registers;
  private boolean isRegular = true;

  private Compiler(String keyword) {
    this.keyword = keyword;
  }

  static Program compile(String keyword, Node node, boolean isOnlyAtFrom) throws Mistake {
    Compiler compiler = new Compiler(keyword);
    compiler.findReferences(node);
    compiler.emit(node);
    compiler.add(Operation.MATCH, 0, 0);
    return compiler.program(node, isOnlyAtFrom);
  }

  private Program program(Node node, boolean isOnlyAtFrom) {
    long[] words = new long[ByteSet.WORDS * sets.size()];
    sets.forEach((set, index) -> set.copyTo(words, ByteSet.WORDS * index));
    long[] begin = new long[ByteSet.WORDS];
    // The last step is MATCH: it has as its number how many splits there are.
    int[] splitNumbers = new int[size];
    for (int i = 1; i < size; i++) {
      splitNumbers[i] = splitNumbers[i - 1] + (operations[i - 1] == Operation.SPLIT ? 1 : 0);
    }
    boolean isNullable = Shape.isNullable(node);
    (isNullable ? ByteSet.ALL : Shape.first(node)).copyTo(begin, 0);
    return new Program(
        Arrays.copyOf(operations, size),
        Arrays.copyOf(first, size),
        Arrays.copyOf(second, size),
        words,
        kinds,
        begin,
        isNullable,
        registers,
        splitNumbers[size - 1],
        splitNumbers,
        Shape.isAnchored(node),
        isOnlyAtFrom,
        isRegular);
  }

  private void findReferences(Node node) {
    switch (node) {
      case Node.Reference(int group, _) -> referenced.add(group);
      case Node.Sequence(var parts) -> parts.forEach(this::findReferences);
      case Node.Choice(var alternatives) -> alternatives.forEach(this::findReferences);
      case Node.Repeat(Node body, _, _, _) -> findReferences(body);
      case Node.Group(_, Node body) -> findReferences(body);
      case Node.Atomic(Node body) -> findReferences(body);
      case Node.Look(Node body, _, _) -> findReferences(body);
      case Node.One _, Node.Assertion _, Node.Back _ -> {}
    }
  }

  /** What comes to no step still takes time, again and again. */
  private void emit(Node node) throws Mistake {
    emitted++;
    if (emitted > MAX_EMITTED) {
      throw tooLong();
    }
    switch (node) {
      case Node.One(ByteSet set) -> add(Operation.SET, index(set), 0);
      case Node.Sequence(var parts) -> {
        for (Node part : parts) {
          emit(part);
        }
      }
      case Node.Choice(var alternatives) -> choice(alternatives);
      case Node.Repeat repeat -> repeat(repeat);
      case Node.Group(int number, Node body) -> group(number, body);
      case Node.Atomic(Node body) -> separate(Operation.ATOMIC, body);
      case Node.Look look -> look(look);
      case Node.Reference(int group, boolean isCaseless) -> {
        isRegular = false;
        add(Operation.REFERENCE, groupRegister(group), isCaseless ? 1 : 0);
      }
      case Node.Assertion(Node.Kind kind) -> add(Operation.ASSERT, index(kind), 0);
      case Node.Back(int bytes) -> add(Operation.BACK, bytes, 0);
    }
  }

  private void choice(List<Node> alternatives) throws Mistake {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < alternatives.size() - 1; i++) {
      int split = split(true);
      emit(alternatives.get(i));
      ends.add(add(Operation.JUMP, 0, 0));
      second[split] = size;
    }
    emit(alternatives.getLast());
    ends.forEach(end -> first[end] = size);
  }

  private void repeat(Node.Repeat repeat) throws Mistake {
    if (repeat.body() instanceof Node.One(ByteSet set) && repeat.least() > 1) {
      add(Operation.SET_TIMES, index(set), repeat.least());
    } else {
      for (int i = 0; i < repeat.least(); i++) {
        emit(repeat.body());
      }
    }
    if (repeat.most() == Node.UNBOUNDED) {
      loop(repeat.body(), repeat.isGreedy());
      return;
    }
    List<Integer> splits = new ArrayList<>();
    for (int i = repeat.least(); i < repeat.most(); i++) {
      splits.add(split(repeat.isGreedy()));
      emit(repeat.body());
    }
    splits.forEach(split -> leave(split, repeat.isGreedy()));
  }

  /** A turn that matches no byte ends the loop, or it would go on for ever. */
  private void loop(Node body, boolean isGreedy) throws Mistake {
    int split = split(isGreedy);
    if (Shape.isNullable(body)) {
      int register = registers++;
      add(Operation.SAVE, register, 0);
      emit(body);
      add(Operation.AGAIN, register, split);
    } else {
      emit(body);
      add(Operation.JUMP, split, 0);
    }
    leave(split, isGreedy);
  }

  /** Goes on with what follows, or leaves; where to is said later. */
  private int split(boolean isGreedy) throws Mistake {
    int split = add(Operation.SPLIT, 0, 0);
    (isGreedy ? first : second)[split] = size;
    return split;
  }

  private void leave(int split, boolean isGreedy) {
    (isGreedy ? second : first)[split] = size;
  }

  private void group(int number, Node body) throws Mistake {
    if (!referenced.contains(number)) {
      emit(body);
      return;
    }
    int register = groupRegister(number);
    int start = registers++;
    add(Operation.SAVE, start, 0);
    emit(body);
    add(Operation.COPY, start, register);
    add(Operation.SAVE, register + 1, 0);
  }

  private int groupRegister(int number) {
    return groupRegisters.computeIfAbsent(
        number,
        _ -> {
          registers += 2;
          return registers - 2;
        });
  }

  private void look(Node.Look look) throws Mistake {
    int operation = look.isNegated() ? Operation.LOOK_NOT : Operation.LOOK;
    separate(operation, look.isAhead() ? look.body() : behind(look.body()));
  }

  /** Each alternative goes back by its own width. */
  private Node behind(Node body) throws Mistake {
    if (body instanceof Node.Choice(var alternatives)) {
      List<Node> all = new ArrayList<>();
      for (Node alternative : alternatives) {
        all.add(behind(alternative));
      }
      return new Node.Choice(all);
    }
    OptionalInt width = Shape.width(body);
    if (width.isEmpty()) {
      throw new Mistake(keyword, "looks behind by a length that is not fixed");
    }
    return new Node.Sequence(List.of(new Node.Back(width.getAsInt()), body));
  }

  private void separate(int operation, Node body) throws Mistake {
    isRegular = false;
    int start = add(operation, 0, 0);
    emit(body);
    add(Operation.MATCH, 0, 0);
    first[start] = size;
  }

  private Mistake tooLong() {
    return new Mistake(keyword, "comes to more than %d steps".formatted(BytePattern.MAX_STEPS));
  }

  private int index(Node.Kind kind) {
    if (!kinds.contains(kind)) {
      kinds.add(kind);
    }
    return kinds.indexOf(kind);
  }

  private int index(ByteSet set) {
    return sets.computeIfAbsent(set, _ -> sets.size());
  }

  private int add(int operation, int one, int other) throws Mistake {
    if (size == BytePattern.MAX_STEPS) {
      throw tooLong();
    }
    if (size == operations.length) {
      operations = Arrays.copyOf(operations, 2 * size);
      first = Arrays.copyOf(first, 2 * size);
      second = Arrays.copyOf(second, 2 * size);
    }
    operations[size] = operation;
    first[size] = one;
    second[size] = other;
    return size++;
  }
}
