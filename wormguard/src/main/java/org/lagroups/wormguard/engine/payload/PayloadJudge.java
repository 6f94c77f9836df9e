package org.lagroups.wormguard.engine.payload;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.rule.pattern.PatternSearch;
import org.lagroups.wormguard.rule.payload.ByteExtract;
import org.lagroups.wormguard.rule.payload.ByteJump;
import org.lagroups.wormguard.rule.payload.ByteMath;
import org.lagroups.wormguard.rule.payload.ByteTest;
import org.lagroups.wormguard.rule.payload.Condition;
import org.lagroups.wormguard.rule.payload.Content;
import org.lagroups.wormguard.rule.payload.Content.FastPattern;
import org.lagroups.wormguard.rule.payload.IsDataAt;
import org.lagroups.wormguard.rule.payload.PatternFound;

/**
 * Judges payloads by plans, one after another. Belongs to one thread.
 *
 * <p>Where conditions that need the cursor fail, the content or pattern before them is tried at its
 * next place, and so on back. Where conditions fail that do not, all does, as they would fail
 * again.
 */
public final class PayloadJudge {

  private final Text text = new Text();
  private final Slots slots = new Slots();
  private final Windows windows = new Windows(text, slots);
  private final NumberReader numbers = new NumberReader(text, slots);
  private final Effort effort = new Effort();
  private final PatternSearch search = new PatternSearch();
  private PayloadPlan plan = PayloadPlan.EMPTY;
  private boolean isHopeless;
  private long knownFirst;
  private long gaveUp;

  /**
   * Whether all conditions of a plan hold. What would take too long to say does not.
   *
   * @param memory where the payload is
   * @param offset where it begins there
   * @param lengthBytes of it, up to {@link PatternSearch#MAX_TEXT_BYTES}
   * @param place how many bytes of the stream come before it, from where places are counted; 0 for
   *     packets
   * @param firstPlace before which the plan's first condition, if that is a content, is known not
   *     to be found; 0 if nothing is known
   */
  public boolean holds(
      PayloadPlan judged,
      MemorySegment memory,
      long offset,
      long lengthBytes,
      long place,
      long firstPlace) {
    plan = judged;
    knownFirst = firstPlace;
    text.set(memory, offset, lengthBytes, place);
    slots.begin(plan.slots());
    effort.begin(lengthBytes);
    isHopeless = false;
    boolean holds = from(0, 0);
    if (effort.isSpent()) {
      gaveUp++;
      return false;
    }
    return holds;
  }

  /** Turns to another frame, whose judgements share a bound of effort. */
  public void nextFrame() {
    effort.beginFrame();
  }

  /** What all judgements cost so far: bytes looked at, and what is worth as much. */
  public long effort() {
    return effort.spent();
  }

  /** How often it took too long to say. */
  public long gaveUp() {
    return gaveUp;
  }

  /** Whether the conditions from an index on hold, with the cursor where it is. */
  private boolean from(int index, long cursor) {
    if (index == plan.size()) {
      return true;
    }
    if (!effort.spend(Effort.CONDITION)) {
      isHopeless = true;
      return false;
    }
    boolean holds = judge(index, plan.condition(index), cursor);
    if (!holds && plan.isIndependent(index)) {
      isHopeless = true;
    }
    return holds;
  }

  private boolean judge(int index, Condition condition, long cursor) {
    return switch (condition) {
      case Content content -> content(index, content, cursor);
      case PatternFound found -> pattern(index, found, cursor);
      case ByteTest test ->
          numbers.read(test.field(), cursor)
              && test.comparison().holds(numbers.value(), slots.bits(test.with()))
                  != test.isNegated()
              && from(index + 1, cursor);
      case ByteJump jump -> jump(index, jump, cursor);
      case ByteExtract extract ->
          numbers.read(extract.field(), cursor)
              && keep(index, extract.slot(), Arithmetic.extracted(extract, numbers.value()));
      case ByteMath math -> math(index, math, cursor);
      case IsDataAt there -> isThere(there, cursor) && from(index + 1, cursor);
    };
  }

  private boolean content(int index, Content content, long cursor) {
    Needle needle = plan.needle(index);
    windows.open(content, needle.length(), cursor);
    long last = windows.last();
    long first = index == 0 ? Math.max(windows.first(), knownFirst) : windows.first();
    long place = find(needle, first, last);
    if (content.isNegated()) {
      return place == Needle.NONE && !isHopeless && from(index + 1, cursor);
    }
    if (content.fastPattern() == FastPattern.ONLY) {
      return place != Needle.NONE && from(index + 1, cursor);
    }
    while (place != Needle.NONE) {
      if (from(index + 1, place + needle.length())) {
        return true;
      }
      if (isHopeless || !plan.needsCursor(index + 1)) {
        return false;
      }
      place = find(needle, place + 1, last);
    }
    return false;
  }

  private long find(Needle needle, long from, long last) {
    long place = needle.find(text, from, last, effort);
    isHopeless |= effort.isSpent();
    return place;
  }

  private boolean pattern(int index, PatternFound found, long cursor) {
    long start = Math.max(text.first(), found.isRelative() ? cursor : 0);
    // Not the beginning of the stream: so that ^ does not hold there, a byte is left before.
    boolean isWithin = start > 0 && !found.isRelative();
    long begin = isWithin ? start + 1 : start;
    while (begin <= text.length()) {
      PatternSearch.Found result =
          search.find(
              found.pattern(),
              text.memory(),
              text.start() + start,
              text.start() + begin,
              text.start() + text.length(),
              effort.left());
      if (!effort.spend(Effort.PATTERN + search.steps())) {
        isHopeless = true;
        return false;
      }
      if (result == PatternSearch.Found.GAVE_UP) {
        gaveUp++;
        return false;
      }
      if (found.isNegated()) {
        return result == PatternSearch.Found.NO && from(index + 1, cursor);
      }
      if (result == PatternSearch.Found.NO) {
        return false;
      }
      begin = search.matchStart() - text.start() + 1;
      if (from(index + 1, search.matchEnd() - text.start())) {
        return true;
      }
      if (isHopeless || !plan.needsCursor(index + 1)) {
        return false;
      }
    }
    return false;
  }

  private boolean jump(int index, ByteJump jump, long cursor) {
    if (!numbers.read(jump.field(), cursor)) {
      return false;
    }
    long place =
        switch (jump.base()) {
          case NUMBER -> numbers.end();
          case START -> 0;
          case END -> text.length();
        };
    place += Arithmetic.jump(jump, numbers.value()) + jump.after();
    return place <= text.length() && from(index + 1, Math.max(text.first(), place));
  }

  private boolean math(int index, ByteMath math, long cursor) {
    if (!numbers.read(math.field(), cursor)) {
      return false;
    }
    long right = slots.bits(math.right());
    return Arithmetic.isDefined(math, right)
        && keep(index, math.slot(), Arithmetic.result(math, numbers.value(), right));
  }

  private boolean keep(int index, int slot, long value) {
    slots.put(slot, value);
    return from(index + 1, numbers.end());
  }

  private boolean isThere(IsDataAt there, long cursor) {
    long count = Slots.distance(slots.bits(there.count()));
    boolean isThere = there.isRelative() ? cursor + count <= text.length() : count < text.length();
    return isThere != there.isNegated();
  }
}
