package org.lagroups.wormguard.rule.pattern;

import java.util.OptionalInt;
import org.lagroups.wormguard.rule.pattern.syntax.ByteSet;
import org.lagroups.wormguard.rule.pattern.syntax.Node;
import org.lagroups.wormguard.rule.pattern.syntax.PatternParser;

/** What can be said of a part of an expression without running it. */
final class Shape {

  private Shape() {}

  /** Whether it may match no byte at all. */
  static boolean isNullable(Node node) {
    return switch (node) {
      case Node.One _ -> false;
      case Node.Sequence(var parts) -> parts.stream().allMatch(Shape::isNullable);
      case Node.Choice(var alternatives) -> alternatives.stream().anyMatch(Shape::isNullable);
      case Node.Repeat(Node body, int least, _, _) -> least == 0 || isNullable(body);
      case Node.Group(_, Node body) -> isNullable(body);
      case Node.Atomic(Node body) -> isNullable(body);
      case Node.Look _, Node.Reference _, Node.Assertion _, Node.Back _ -> true;
    };
  }

  /** Bytes that a match may begin with, if it has any. */
  static ByteSet first(Node node) {
    return switch (node) {
      case Node.One(ByteSet set) -> set;
      case Node.Sequence(var parts) -> {
        ByteSet first = ByteSet.NONE;
        for (Node part : parts) {
          first = first.union(first(part));
          if (!isNullable(part)) {
            break;
          }
        }
        yield first;
      }
      case Node.Choice(var alternatives) ->
          alternatives.stream().map(Shape::first).reduce(ByteSet.NONE, ByteSet::union);
      case Node.Repeat(Node body, _, int most, _) -> most == 0 ? ByteSet.NONE : first(body);
      case Node.Group(_, Node body) -> first(body);
      case Node.Atomic(Node body) -> first(body);
      case Node.Reference _ -> ByteSet.ALL;
      case Node.Look _, Node.Assertion _, Node.Back _ -> ByteSet.NONE;
    };
  }

  /** Whether a match can only begin where the text does. */
  static boolean isAnchored(Node node) {
    return switch (node) {
      case Node.Assertion(Node.Kind kind) -> kind == Node.Kind.START;
      case Node.Sequence(var parts) -> !parts.isEmpty() && isAnchored(parts.getFirst());
      case Node.Choice(var alternatives) -> alternatives.stream().allMatch(Shape::isAnchored);
      case Node.Group(_, Node body) -> isAnchored(body);
      case Node.Atomic(Node body) -> isAnchored(body);
      case Node.One _, Node.Repeat _, Node.Look _, Node.Reference _, Node.Back _ -> false;
    };
  }

  /** How many bytes it matches, if that is always the same. */
  static OptionalInt width(Node node) {
    return switch (node) {
      case Node.One _ -> OptionalInt.of(1);
      case Node.Sequence(var parts) -> {
        long sum = 0;
        for (Node part : parts) {
          OptionalInt width = width(part);
          if (width.isEmpty()) {
            yield width;
          }
          sum += width.getAsInt();
        }
        yield bounded(sum);
      }
      case Node.Choice(var alternatives) -> {
        OptionalInt width = width(alternatives.getFirst());
        yield alternatives.stream().skip(1).allMatch(other -> width(other).equals(width))
            ? width
            : OptionalInt.empty();
      }
      case Node.Repeat(Node body, int least, int most, _) -> {
        OptionalInt width = width(body);
        yield least == most && width.isPresent()
            ? bounded((long) least * width.getAsInt())
            : OptionalInt.empty();
      }
      case Node.Group(_, Node body) -> width(body);
      case Node.Atomic(Node body) -> width(body);
      case Node.Look _, Node.Assertion _ -> OptionalInt.of(0);
      case Node.Reference _, Node.Back _ -> OptionalInt.empty();
    };
  }

  private static OptionalInt bounded(long width) {
    return width <= PatternParser.MAX_REPEAT ? OptionalInt.of((int) width) : OptionalInt.empty();
  }
}
