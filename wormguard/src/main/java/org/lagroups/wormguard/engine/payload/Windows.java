package org.lagroups.wormguard.engine.payload;

import java.util.Optional;
import org.lagroups.wormguard.rule.payload.Content;
import org.lagroups.wormguard.rule.payload.Operand;
import org.lagroups.wormguard.rule.payload.Place;

/** Where a content may begin. The window is empty if the first place is behind the last. */
final class Windows {

  private final Text text;
  private final Slots slots;
  private long first;
  private long last;

  Windows(Text text, Slots slots) {
    this.text = text;
    this.slots = slots;
  }

  /** Finds the window of a content with so many bytes. */
  void open(Content content, int bytes, long cursor) {
    switch (content.place()) {
      case Place.FromStart place -> open(slots.place(place.offset()), place.depth());
      case Place.FromCursor place -> open(cursor + slots.place(place.distance()), place.within());
    }
    last -= bytes;
    if (content.isAtEnd()) {
      long only = text.length() - bytes;
      first = Math.max(first, only);
      last = Math.min(last, only);
    }
  }

  /** From its beginning, which may be before the text's. */
  private void open(long begin, Optional<Operand> width) {
    first = Math.max(text.first(), begin);
    last = width.isEmpty() ? text.length() : begin + slots.place(width.get());
    last = Math.min(last, text.length());
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }
}
