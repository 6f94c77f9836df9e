package org.lagroups.wormguard.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.Output;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.api.BridgeCounts;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.api.GuardStats.PartnerStats;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.runtime.guard.Guard;
import org.lagroups.wormguard.runtime.guard.GuardControl;
import org.lagroups.wormguard.runtime.guard.GuardException;
import org.lagroups.wormguard.runtime.guard.GuardReport;
import org.lagroups.wormguard.runtime.guard.HangUp;
import org.lagroups.wormguard.runtime.guard.InspectingJudge;
import org.lagroups.wormguard.runtime.guard.NodeLink;
import org.lagroups.wormguard.runtime.guard.ReasonDesk;
import org.lagroups.wormguard.runtime.guard.RotatingLog;
import org.lagroups.wormguard.runtime.guard.RuleBook;
import org.lagroups.wormguard.runtime.guard.Rulings;

/** A guard at interfaces, with what its operator can ask of it, until it is told to end. */
final class LiveRun {

  private final Output out;
  private final RuleBook book;
  private final Optional<NodeLink> node;
  private final InspectingJudge judge;
  private final ReasonDesk reasons;
  private final Optional<RotatingLog> events;
  private final AtomicReference<@Nullable Guard> guard = new AtomicReference<>();

  LiveRun(
      Output out,
      RuleBook book,
      Optional<NodeLink> node,
      InspectingJudge judge,
      long firstFlow,
      Optional<RotatingLog> events) {
    this.node = node;
    this.out = out;
    this.book = book;
    this.judge = judge;
    this.reasons = new ReasonDesk(book, judge.docket(), firstFlow);
    this.events = events;
  }

  /** Opens interfaces, and gives up rights. */
  @FunctionalInterface
  interface Opening {

    Guard open() throws GuardException;
  }

  /**
   * Runs it.
   *
   * @param end told of the guard; closed by the caller, once all else is
   * @param announce called once it works
   */
  void run(HomeFolder home, Opening opening, OrderlyEnd end, Runnable announce)
      throws GuardException {
    // What takes rights to files comes before they are given up, and what files will be put aside,
    // after that.
    GuardControl control = GuardControl.start(home, this::stats, book, reasons, this::resume);
    try (Guard opened = opening.open()) {
      if (events.isPresent()) {
        events.get().start();
      }
      node.ifPresent(NodeLink::start);
      guard.set(opened);
      end.stops(opened);
      HangUp.calls(this::reload);
      announce.run();
      opened.run();
    } finally {
      node.ifPresent(NodeLink::close);
      control.close();
    }
  }

  private GuardStats stats() {
    Guard working = guard.get();
    return GuardReport.of(
        book.rulings(),
        judge.gateCounts(),
        judge.inspectCounts(),
        events.map(RotatingLog::lost).orElse(0L),
        node.map(NodeLink::stats).orElse(PartnerStats.NONE),
        working == null ? BridgeCounts.NONE : working.counts());
  }

  private void resume(String name) {
    for (Rule rule : judge.gateCounts().suspended()) {
      if (rule.name().equals(name)) {
        judge.resume(rule.key());
      }
    }
  }

  private void reload() {
    events.ifPresent(RotatingLog::reopen);
    try {
      Rulings loaded = book.reload();
      loaded.notes().forEach(out::note);
      out.note(
          "read anew: %d rules, %d refused".formatted(loaded.rules().size(), loaded.refused()));
    } catch (GuardException e) {
      out.note("the rules stay as they were: " + e.getMessage());
    }
  }
}
