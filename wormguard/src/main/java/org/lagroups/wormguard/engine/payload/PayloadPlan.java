package org.lagroups.wormguard.engine.payload;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.payload.ByteExtract;
import org.lagroups.wormguard.rule.payload.ByteJump;
import org.lagroups.wormguard.rule.payload.ByteMath;
import org.lagroups.wormguard.rule.payload.ByteTest;
import org.lagroups.wormguard.rule.payload.Condition;
import org.lagroups.wormguard.rule.payload.Content;
import org.lagroups.wormguard.rule.payload.IsDataAt;
import org.lagroups.wormguard.rule.payload.NumberField;
import org.lagroups.wormguard.rule.payload.Operand;
import org.lagroups.wormguard.rule.payload.PatternFound;
import org.lagroups.wormguard.rule.payload.Place;

/**
 * The payload conditions of a rule, with what is known beforehand: from which of them on it matters
 * where the cursor is, and which numbers were read. Immutable.
 */
public final class PayloadPlan {

  /** A plan without conditions. */
  public static final PayloadPlan EMPTY = new PayloadPlan(List.of(), 0);

  private final List<Condition> conditions;
  private final @Nullable Needle[] needles;
  private final boolean[] needsCursor;
  private final boolean[] needsSlots;
  private final int slots;

  /**
   * A plan.
   *
   * @param slots how many numbers the conditions keep for each other
   */
  public PayloadPlan(List<Condition> conditions, int slots) {
    int count = conditions.size();
    this.conditions = List.copyOf(conditions);
    this.slots = slots;
    this.needles = new @Nullable Needle[count];
    this.needsCursor = new boolean[count + 1];
    this.needsSlots = new boolean[count + 1];
    BitSet needed = new BitSet();
    for (int i = count - 1; i >= 0; i--) {
      Condition condition = conditions.get(i);
      needles[i] = condition instanceof Content content ? new Needle(content) : null;
      needsCursor[i] = readsCursor(condition) || (needsCursor[i + 1] && !putsCursor(condition));
      written(condition).ifPresent(needed::clear);
      for (Operand operand : operands(condition)) {
        if (operand instanceof Operand.Slot(int slot)) {
          needed.set(slot);
        }
      }
      needsSlots[i] = !needed.isEmpty();
    }
  }

  /** Whether there is no condition, so that any payload will do. */
  public boolean isEmpty() {
    return conditions.isEmpty();
  }

  /**
   * Whether a content is the first condition, and all others are about what lies behind it: only
   * then is nothing before it needed.
   */
  public boolean beginsWith(Content content) {
    boolean leavesCursor = content.fastPattern() == Content.FastPattern.ONLY;
    return conditions.getFirst().equals(content)
        && !(leavesCursor && asksForMore())
        && conditions.stream().skip(1).allMatch(PayloadPlan::isBehindCursor);
  }

  /** Whether there is more than one condition. */
  public boolean asksForMore() {
    return conditions.size() > 1;
  }

  int size() {
    return conditions.size();
  }

  Condition condition(int index) {
    return conditions.get(index);
  }

  /** The bytes of the content with an index. */
  Needle needle(int index) {
    @Nullable Needle needle = needles[index];
    if (needle == null) {
      throw new IllegalArgumentException("condition " + index + " is no content");
    }
    return needle;
  }

  int slots() {
    return slots;
  }

  /** Whether it matters to the conditions from an index on where the cursor is before them. */
  boolean needsCursor(int index) {
    return needsCursor[index];
  }

  /** Whether the conditions from an index on come to the same, whatever was found before them. */
  boolean isIndependent(int index) {
    return !needsCursor[index] && !needsSlots[index];
  }

  private static boolean isBehindCursor(Condition condition) {
    return switch (condition) {
      case Content content ->
          content.place() instanceof Place.FromCursor(Operand distance, _) && isForward(distance);
      case PatternFound found -> found.isRelative();
      case ByteTest test -> isBehindCursor(test.field());
      case IsDataAt there -> there.isRelative();
      case ByteJump _, ByteExtract _, ByteMath _ -> false;
    };
  }

  private static boolean isBehindCursor(NumberField field) {
    return field.isRelative() && isForward(field.offset());
  }

  private static boolean isForward(Operand operand) {
    return operand instanceof Operand.Constant(long number) && number >= 0;
  }

  private static boolean readsCursor(Condition condition) {
    return switch (condition) {
      case Content content -> content.place() instanceof Place.FromCursor;
      case PatternFound found -> found.isRelative();
      case ByteTest test -> test.field().isRelative();
      case ByteJump jump -> jump.field().isRelative();
      case ByteExtract extract -> extract.field().isRelative();
      case ByteMath math -> math.field().isRelative();
      case IsDataAt there -> there.isRelative();
    };
  }

  private static boolean putsCursor(Condition condition) {
    return switch (condition) {
      case Content content ->
          !content.isNegated() && content.fastPattern() != Content.FastPattern.ONLY;
      case PatternFound found -> !found.isNegated();
      case ByteJump _, ByteExtract _, ByteMath _ -> true;
      case ByteTest _, IsDataAt _ -> false;
    };
  }

  private static Optional<Integer> written(Condition condition) {
    return switch (condition) {
      case ByteExtract extract -> Optional.of(extract.slot());
      case ByteMath math -> Optional.of(math.slot());
      case Content _, PatternFound _, ByteTest _, ByteJump _, IsDataAt _ -> Optional.empty();
    };
  }

  private static List<Operand> operands(Condition condition) {
    return switch (condition) {
      case Content content -> operands(content.place());
      case PatternFound _ -> List.of();
      case ByteTest test -> operands(test.field(), test.with());
      case ByteJump jump -> operands(jump.field());
      case ByteExtract extract -> operands(extract.field());
      case ByteMath math -> operands(math.field(), math.right());
      case IsDataAt there -> List.of(there.count());
    };
  }

  private static List<Operand> operands(NumberField field, Operand... others) {
    List<Operand> all = new ArrayList<>(List.of(others));
    all.add(field.count());
    all.add(field.offset());
    return all;
  }

  private static List<Operand> operands(Place place) {
    List<Operand> all = new ArrayList<>();
    switch (place) {
      case Place.FromStart(Operand offset, Optional<Operand> depth) -> {
        all.add(offset);
        depth.ifPresent(all::add);
      }
      case Place.FromCursor(Operand distance, Optional<Operand> within) -> {
        all.add(distance);
        within.ifPresent(all::add);
      }
    }
    return all;
  }
}
