package org.lagroups.wormguard.rule.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.RuleId;
import org.lagroups.wormguard.rule.RuleNotes;
import org.lagroups.wormguard.rule.RuleNotes.Target;
import org.lagroups.wormguard.rule.text.Mistake;

/** What a rule says about itself, while it is read. */
public final class NoteDraft {

  private static final int MAX_NOTES = 256;

  private final List<String> references = new ArrayList<>();
  private final List<String> metadata = new ArrayList<>();
  private @Nullable Long group;
  private @Nullable Long signature;
  private @Nullable Long revision;
  private @Nullable Integer priority;
  private @Nullable String message;
  private @Nullable String classtype;
  private @Nullable Target target;

  /** The rule's name; a rule without {@code sid} has none. */
  public RuleId id() throws Mistake {
    if (signature == null) {
      throw new Mistake("sid", "is missing");
    }
    return new RuleId(
        group == null ? RuleId.DEFAULT_GROUP : group, signature, revision == null ? 0 : revision);
  }

  /** All that was said, but the name. */
  public RuleNotes build() {
    return new RuleNotes(
        message == null ? "" : message,
        classtype == null ? "" : classtype,
        Optional.ofNullable(priority),
        references,
        metadata,
        Optional.ofNullable(target));
  }

  /** Says {@code gid}, once. */
  public void group(long number) throws Mistake {
    group = first("gid", group, number);
  }

  /** Says {@code sid}, once. */
  public void signature(long number) throws Mistake {
    signature = first("sid", signature, number);
  }

  /** Says {@code rev}, once. */
  public void revision(long number) throws Mistake {
    revision = first("rev", revision, number);
  }

  /** Says {@code priority}, once. */
  public void priority(int number) throws Mistake {
    priority = first("priority", priority, number);
  }

  /** Says {@code msg}, once. */
  public void message(String text) throws Mistake {
    message = first("msg", message, text);
  }

  /** Says {@code classtype}, once. */
  public void classtype(String text) throws Mistake {
    classtype = first("classtype", classtype, text);
  }

  /** Says {@code target}, once. */
  public void target(Target side) throws Mistake {
    target = first("target", target, side);
  }

  /** Adds a {@code reference}. */
  public void reference(String text) throws Mistake {
    add("reference", references, text);
  }

  /** Adds an element of {@code metadata}. */
  public void metadata(String text) throws Mistake {
    add("metadata", metadata, text);
  }

  private static void add(String keyword, List<String> notes, String text) throws Mistake {
    if (notes.size() == MAX_NOTES) {
      throw new Mistake(keyword, "has more than %d elements".formatted(MAX_NOTES));
    }
    notes.add(text);
  }

  private static <T> T first(String keyword, @Nullable T before, T now) throws Mistake {
    if (before != null) {
      throw new Mistake(keyword, "is there twice");
    }
    return now;
  }
}
