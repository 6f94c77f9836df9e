package org.lagroups.scenarios.bench.group;

import java.util.Optional;
import org.lagroups.scenarios.bench.group.space.Trouble;

/** What {@link GroupBenchmark} can measure by itself. */
public enum GroupPart {
  /** Members of each library die, stand still and fall silent. */
  CRASH("crash"),
  /** What each library sends while nothing happens. */
  IDLE("idle"),
  /** One member of each library is reached by only one other. */
  LONELY("lonely", Trouble.LONELY),
  /** One member of each library loses most packets. */
  LOSS("loss", Trouble.LOSS),
  /** One member of each library hears nothing, hears, hears nothing, and so on. */
  FLIP_FLOP("flip-flop", Trouble.FLIP_FLOP),
  /** What ours costs by its size. */
  SIZE("size");

  private final String title;
  private final Optional<Trouble> trouble;

  GroupPart(String title) {
    this.title = title;
    this.trouble = Optional.empty();
  }

  GroupPart(String title, Trouble trouble) {
    this.title = title;
    this.trouble = Optional.of(trouble);
  }

  /** What happens to packets in this part, if it is about that. */
  Optional<Trouble> trouble() {
    return trouble;
  }

  /** As people write it. */
  @Override
  public String toString() {
    return title;
  }
}
