package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.cli.GuardRules.Opened;
import org.lagroups.wormguard.runtime.guard.GuardException;
import org.lagroups.wormguard.runtime.guard.InspectingJudge;
import org.lagroups.wormguard.runtime.guard.NodeLink;
import org.lagroups.wormguard.runtime.guard.PcapFilter;
import org.lagroups.wormguard.runtime.guard.PcapFilter.Filtered;

/** A guard of a file, which writes another one without what would have been dropped. */
final class FilterRun {

  private final Output out;
  private final Opened opened;
  private final Judging judging;

  FilterRun(Output out, Opened opened, Judging judging) {
    this.out = out;
    this.opened = opened;
    this.judging = judging;
  }

  /** What is printed of a file. */
  record FilteredView(long frames, long written, Optional<String> damage) {}

  /**
   * Goes through a file.
   *
   * @return whether it was sound
   */
  boolean run(Path from, Path to, EveOutput events) throws GuardException {
    try (InspectingJudge judge =
        judging.judge(Optional.empty(), events.log(), _ -> {}, judging::alarm)) {
      Filtered filtered = filtered(judge, from, to);
      FilteredView view =
          new FilteredView(filtered.frames(), filtered.written(), filtered.damage());
      out.data(
          view, () -> out.line("%,d frames, %,d written".formatted(view.frames(), view.written())));
      filtered.damage().ifPresent(damage -> out.note("the file is damaged: " + damage));
      return filtered.damage().isEmpty();
    }
  }

  private Filtered filtered(InspectingJudge judge, Path from, Path to) throws GuardException {
    opened.node().ifPresent(NodeLink::start);
    try {
      return PcapFilter.filter(from, to, judge, () -> false);
    } finally {
      opened.node().ifPresent(NodeLink::close);
    }
  }
}
