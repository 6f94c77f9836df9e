package org.lagroups.wormguard.rule.draft;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.rule.payload.Condition;
import org.lagroups.wormguard.rule.payload.Content;
import org.lagroups.wormguard.rule.payload.Content.FastPattern;
import org.lagroups.wormguard.rule.payload.Operand;
import org.lagroups.wormguard.rule.payload.Place;
import org.lagroups.wormguard.rule.text.Mistake;

/** A content, and what was said about it so far. */
public final class ContentDraft implements RuleDraft.Pending {

  private final Bytes bytes;
  private final boolean isNegated;
  private boolean isCaseless;
  private boolean isAtStart;
  private boolean isAtEnd;
  private FastPattern fastPattern = FastPattern.UNSAID;
  private @Nullable Operand offset;
  private @Nullable Operand depth;
  private @Nullable Operand distance;
  private @Nullable Operand within;

  /** A content of which nothing else was said. */
  public ContentDraft(Bytes bytes, boolean isNegated) {
    this.bytes = bytes;
    this.isNegated = isNegated;
  }

  @Override
  public Condition build() throws Mistake {
    return new Content(bytes, isCaseless, isNegated, place(), isAtEnd, fastPattern);
  }

  /** Says {@code nocase}. */
  public void ignoreCase() {
    isCaseless = true;
  }

  /** Says {@code startswith}. */
  public void start() {
    isAtStart = true;
  }

  /** Says {@code endswith}. */
  public void end() {
    isAtEnd = true;
  }

  /** Says {@code fast_pattern}, of which kind. */
  public void fastPattern(FastPattern said) {
    fastPattern = said;
  }

  /** Says {@code offset}, once. */
  public void offset(Operand bytes) throws Mistake {
    offset = first("offset", offset, bytes);
  }

  /** Says {@code depth}, once, and not less than the content has bytes. */
  public void depth(Operand bytes) throws Mistake {
    depth = first("depth", depth, enough("depth", bytes));
  }

  /** Says {@code distance}, once. */
  public void distance(Operand bytes) throws Mistake {
    distance = first("distance", distance, bytes);
  }

  /** Says {@code within}, once, and not less than the content has bytes. */
  public void within(Operand bytes) throws Mistake {
    within = first("within", within, enough("within", bytes));
  }

  private Place place() throws Mistake {
    boolean isFromStart = offset != null || depth != null;
    boolean isFromCursor = distance != null || within != null;
    if (isFromStart && isFromCursor) {
      throw new Mistake("content", "counts both from the start and from what was found before");
    }
    if (fastPattern == FastPattern.ONLY && isFromCursor) {
      throw new Mistake("fast_pattern", "has only, and the content is relative");
    }
    if (isAtStart) {
      if (isFromStart || isFromCursor) {
        throw new Mistake("startswith", "is there although the content says where it is");
      }
      return new Place.FromStart(Operand.ZERO, Optional.of(new Operand.Constant(bytes.length())));
    }
    return isFromCursor
        ? new Place.FromCursor(orZero(distance), Optional.ofNullable(within))
        : new Place.FromStart(orZero(offset), Optional.ofNullable(depth));
  }

  private Operand enough(String keyword, Operand window) throws Mistake {
    if (window instanceof Operand.Constant(long value) && value < bytes.length()) {
      throw new Mistake(
          keyword, "is %d, and the content has %d bytes".formatted(value, bytes.length()));
    }
    return window;
  }

  private static Operand orZero(@Nullable Operand operand) {
    return operand == null ? Operand.ZERO : operand;
  }

  private static Operand first(String keyword, @Nullable Operand before, Operand now)
      throws Mistake {
    if (before != null) {
      throw new Mistake(keyword, "is there twice for one content");
    }
    return now;
  }
}
