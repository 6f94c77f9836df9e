package org.lagroups.wormguard.rule.pattern;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.lagroups.wormguard.rule.pattern.syntax.ByteSet;
import org.lagroups.wormguard.rule.pattern.syntax.Node;

/**
 * Looks for patterns, one after another. It keeps its memory from one search to the next: one for
 * each thread is enough.
 *
 * <p>What it finds is what a search with backtracking finds. Where that goes on for long, and the
 * pattern has neither references to groups nor looks around nor atomic groups, it notes which steps
 * it has tried where, and tries none twice; so its time then grows with the product of text and
 * pattern, whatever they are. In all cases it gives up after {@link #BASE_STEPS} and {@link
 * #STEPS_PER_BYTE} for each byte of the text.
 */
public final class PatternSearch {

  /** Steps that a search may take, however short its text is. */
  public static final int BASE_STEPS = 500_000;

  /** Steps that a search may take for each byte of its text. */
  public static final int STEPS_PER_BYTE = 32;

  /** The longest text. */
  public static final int MAX_TEXT_BYTES = 1 << 28;

  /** Steps for each byte after which notes are taken. */
  private static final int UNTIL_NOTES = 8;

  private static final int FAILED = -1;
  private static final int GAVE_UP = -2;
  private static final int LETTER_CASE = 0x20;
  private static final int SET_WORDS = ByteSet.WORDS;

  private final int untilNotes;
  private final Choices choices = new Choices();
  private final Tried tried = new Tried();
  private boolean takesNotes;
  private long stepsGiven;
  private long stepsLeft;
  private long notesFrom;

  private Program program = Program.NOTHING;
  private MemorySegment text = MemorySegment.NULL;
  private long base;
  private int length;
  private int step;
  private int at;

  private long matchStart;
  private long matchEnd;

  /** A search. */
  public PatternSearch() {
    this(UNTIL_NOTES);
  }

  /**
   * A search that takes notes sooner or later.
   *
   * @param untilNotes for each byte of a text, the steps after which it does
   */
  PatternSearch(int untilNotes) {
    this.untilNotes = untilNotes;
  }

  /** What a search comes to. */
  public enum Found {
    /** There is a match. */
    YES,
    /** There is none. */
    NO,
    /** It would have taken too long to say. */
    GAVE_UP
  }

  /**
   * Looks for the first match that begins at or behind {@code from}.
   *
   * @param in where the text is
   * @param start where the text begins: {@code ^} holds there, and nothing is seen before it
   * @param from from {@code start} to {@code end}
   * @param end where the text ends
   * @param mostSteps after which it gives up, if not before
   */
  public Found find(
      BytePattern pattern, MemorySegment in, long start, long from, long end, long mostSteps) {
    if (from < start || end < from || end - start > MAX_TEXT_BYTES) {
      throw new IllegalArgumentException("no text: " + start + ", " + from + ", " + end);
    }
    begin(pattern.program(), in, start, (int) (end - start), mostSteps);
    int first = (int) (from - start);
    if (program.isAnchored() && first > 0) {
      return Found.NO;
    }
    int last = program.isAnchored() || program.isOnlyAtFrom() ? first : length;
    for (int i = nextBegin(first); i <= last; i = nextBegin(i + 1)) {
      int found = run(0, i);
      if (found == GAVE_UP) {
        return Found.GAVE_UP;
      }
      if (found >= 0) {
        matchStart = start + i;
        matchEnd = start + found;
        return Found.YES;
      }
    }
    return Found.NO;
  }

  /** How many steps the last search took; all that it was given, if it gave up. */
  public long steps() {
    return stepsGiven - Math.max(0, stepsLeft);
  }

  /** Where the match that was found last begins. */
  public long matchStart() {
    return matchStart;
  }

  /** Where the match that was found last ends. */
  public long matchEnd() {
    return matchEnd;
  }

  private void begin(Program next, MemorySegment in, long start, int bytes, long mostSteps) {
    program = next;
    text = in;
    base = start;
    length = bytes;
    choices.begin(next.registers());
    takesNotes = false;
    stepsGiven = Math.min(mostSteps, BASE_STEPS + (long) STEPS_PER_BYTE * bytes);
    stepsLeft = stepsGiven;
    long pairs = (long) next.splits() * (bytes + 1);
    boolean mayTakeNotes = next.isRegular() && pairs <= Tried.MAX_PAIRS;
    notesFrom = mayTakeNotes ? stepsLeft - untilNotes * (bytes + 64L) : Long.MIN_VALUE;
  }

  /** The next place that a match can begin at; behind the text's end if there is none. */
  private int nextBegin(int from) {
    long[] begin = program.begin();
    int place = from;
    while (place < length && !isIn(begin, 0, byteAt(place))) {
      place++;
    }
    return place == length && !program.isNullable() ? length + 1 : place;
  }

  private int byteAt(int place) {
    return text.get(ValueLayout.JAVA_BYTE, base + place) & 0xFF;
  }

  private static boolean isIn(long[] sets, int set, int b) {
    return ((sets[set + (b >>> 6)] >>> b) & 1) != 0;
  }

  /** Runs the program from a step on, up to a MATCH; where that is, or why there is none. */
  private int run(int firstStep, int from) {
    int bottom = choices.mark();
    step = firstStep;
    at = from;
    while (stepsLeft > 0) {
      stepsLeft--;
      int operation = program.operations()[step];
      if (operation == Operation.MATCH) {
        return at;
      }
      if (!take(operation, program.first()[step], program.second()[step]) && !goBack(bottom)) {
        return FAILED;
      }
    }
    return GAVE_UP;
  }

  /** Takes one step; whether it went well. */
  private boolean take(int operation, int first, int second) {
    return switch (operation) {
      case Operation.SET -> take(first, 1);
      case Operation.SET_TIMES -> take(first, second);
      case Operation.SPLIT -> split(first, second);
      case Operation.JUMP -> goTo(first);
      case Operation.SAVE -> keep(first, at);
      case Operation.COPY -> keep(second, choices.register(first));
      case Operation.AGAIN -> goTo(choices.register(first) == at ? step + 1 : second);
      case Operation.REFERENCE ->
          takeSame(choices.register(first), choices.register(first + 1), second != 0);
      case Operation.ASSERT -> holds(program.kinds().get(first)) && goTo(step + 1);
      case Operation.BACK -> back(first);
      default -> takeSeparately(operation, first);
    };
  }

  private boolean goTo(int next) {
    step = next;
    return true;
  }

  /** Takes so many bytes of a set. */
  private boolean take(int set, int times) {
    if (times > length - at) {
      return false;
    }
    stepsLeft -= times - 1;
    for (int i = 0; i < times; i++) {
      if (!isIn(program.sets(), SET_WORDS * set, byteAt(at + i))) {
        return false;
      }
    }
    at += times;
    return goTo(step + 1);
  }

  private boolean split(int first, int second) {
    if (takesNotes && tried.note(program.splitNumbers()[step], at)) {
      return false;
    }
    if (!choices.add(second, at)) {
      giveUp();
    }
    return goTo(first);
  }

  private boolean keep(int register, int value) {
    if (!choices.set(register, value)) {
      giveUp();
    }
    return goTo(step + 1);
  }

  private void giveUp() {
    stepsLeft = 0;
  }

  private boolean takeSame(int first, int end, boolean isCaseless) {
    int bytes = end - first;
    if (first < 0 || bytes > length - at) {
      return false;
    }
    stepsLeft -= bytes;
    for (int i = 0; i < bytes; i++) {
      int one = byteAt(first + i);
      int other = byteAt(at + i);
      if (one != other && !(isCaseless && isSameLetter(one, other))) {
        return false;
      }
    }
    at += bytes;
    return goTo(step + 1);
  }

  private static boolean isSameLetter(int one, int other) {
    return (one ^ other) == LETTER_CASE && ByteSet.LETTER.contains(one);
  }

  private boolean back(int bytes) {
    at -= bytes;
    return at >= 0 && goTo(step + 1);
  }

  private boolean holds(Node.Kind kind) {
    return switch (kind) {
      case START -> at == 0;
      case LINE_START -> at == 0 || (at < length && byteAt(at - 1) == '\n');
      case END -> at == length;
      case LAST_END -> at == length || (at == length - 1 && byteAt(at) == '\n');
      case LINE_END -> at == length || byteAt(at) == '\n';
      case BOUNDARY -> isWord(at - 1) != isWord(at);
      case NO_BOUNDARY -> isWord(at - 1) == isWord(at);
    };
  }

  private boolean isWord(int place) {
    return place >= 0 && place < length && ByteSet.WORD.contains(byteAt(place));
  }

  /** Runs what follows up to its MATCH, and keeps no other way to match it. */
  private boolean takeSeparately(int operation, int next) {
    int bottom = choices.mark();
    int before = at;
    int found = run(step + 1, at);
    at = before;
    if (found == GAVE_UP) {
      return true;
    }
    if (operation == Operation.LOOK_NOT) {
      choices.undo(bottom);
      return found == FAILED && goTo(next);
    }
    choices.drop(bottom);
    at = operation == Operation.ATOMIC ? found : before;
    return found != FAILED && goTo(next);
  }

  /** Goes back to the last split that has another way to go; whether there is one. */
  private boolean goBack(int bottom) {
    if (!takesNotes && stepsLeft < notesFrom) {
      takesNotes = true;
      tried.begin(program.splits(), length + 1);
    }
    if (!choices.back(bottom)) {
      return false;
    }
    step = choices.step();
    at = choices.place();
    return true;
  }
}
