package org.lagroups.wormguard.cli;

import java.util.Optional;
import org.lagroups.node.cli.Output;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.cli.GuardRules.Opened;
import org.lagroups.wormguard.enforce.FailPolicy;
import org.lagroups.wormguard.enforce.GateListener;
import org.lagroups.wormguard.eve.EveLog;
import org.lagroups.wormguard.inspect.FindingSink;
import org.lagroups.wormguard.runtime.guard.GuardException;
import org.lagroups.wormguard.runtime.guard.InlineGuard;
import org.lagroups.wormguard.runtime.guard.InlineSettings;
import org.lagroups.wormguard.runtime.guard.InspectingJudge;
import org.lagroups.wormguard.runtime.guard.NftBlocks;
import org.lagroups.wormguard.runtime.guard.ObservingGuard;
import org.lagroups.wormguard.runtime.guard.RotatingLog;
import org.lagroups.wormguard.runtime.privilege.Account;

/** A guard at one interface, or between two. */
final class InterfaceRun {

  private static final FindingSink NO_FINDINGS = _ -> {};

  private final Output out;
  private final HomeFolder home;
  private final Opened opened;
  private final Judging judging;
  private final EventOptions events;

  InterfaceRun(Output out, HomeFolder home, Opened opened, Judging judging, EventOptions events) {
    this.out = out;
    this.home = home;
    this.opened = opened;
    this.judging = judging;
    this.events = events;
  }

  /**
   * Where it stands, and how.
   *
   * @param out the interface on the other side; empty unless it stands between two
   * @param account what it becomes once the interfaces are open
   */
  record Post(
      RunMode mode,
      String in,
      String out,
      FailPolicy fail,
      Optional<Account> account,
      NftBlocks.Settings blocks) {}

  /**
   * Guards until it is told to end.
   *
   * @param announce called once it works
   */
  void run(Post post, OrderlyEnd end, Runnable announce) throws GuardException {
    switch (post.mode()) {
      case NFT -> block(post, end, announce);
      case OBSERVE ->
          guard(post, end, announce, judging.withoutBlocking(), NO_FINDINGS, judging::alarm);
      default -> guard(post, end, announce, judging, NO_FINDINGS, judging::alarm);
    }
  }

  private void block(Post post, OrderlyEnd end, Runnable announce) throws GuardException {
    try (NftBlocks blocks = NftBlocks.open(post.blocks(), opened.book()::leftMillis)) {
      GateListener listener =
          rule -> {
            blocks.lift(rule.key());
            judging.alarm(rule);
          };
      guard(post, end, announce, judging, blocks, listener);
    }
  }

  private void guard(
      Post post,
      OrderlyEnd end,
      Runnable announce,
      Judging how,
      FindingSink also,
      GateListener listener)
      throws GuardException {
    Optional<RotatingLog> log = events.log();
    EveLog sink = log.<EveLog>map(each -> each).orElse((_, _) -> {});
    try (InspectingJudge judge = how.judge(Optional.of(post.in()), sink, also, listener)) {
      LiveRun.Opening opening =
          post.mode() != RunMode.INLINE
              ? () -> ObservingGuard.open(post.in(), post.account(), judge)
              : () -> InlineGuard.open(inline(post), judge);
      new LiveRun(out, opened.book(), opened.node(), judge, how.firstFlow(), log)
          .run(home, opening, end, announce);
    } finally {
      log.ifPresent(RotatingLog::close);
    }
  }

  private static InlineSettings inline(Post post) {
    return new InlineSettings(
        post.in(), post.out(), post.fail(), post.account(), InlineSettings.DEFAULT_BUFFER_BYTES);
  }
}
