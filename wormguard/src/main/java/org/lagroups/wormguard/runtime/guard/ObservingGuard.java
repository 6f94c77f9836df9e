package org.lagroups.wormguard.runtime.guard;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.lagroups.wormguard.api.BridgeCounts;
import org.lagroups.wormguard.capture.live.LiveCapture;
import org.lagroups.wormguard.capture.live.LiveSettings;
import org.lagroups.wormguard.capture.live.Polled;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.runtime.privilege.Account;

/** Watches an interface, and blocks nothing. */
public final class ObservingGuard implements Guard {

  private final LiveCapture capture;
  private final InspectingJudge judge;
  private boolean isTended;
  private volatile boolean isStopped;

  private ObservingGuard(LiveCapture capture, InspectingJudge judge) {
    this.capture = capture;
    this.judge = judge;
  }

  /**
   * Opens the interface, then gives up the rights for that.
   *
   * @throws GuardException if that cannot be done
   */
  public static ObservingGuard open(
      String interfaceName, Optional<Account> account, InspectingJudge judge)
      throws GuardException {
    LiveCapture capture =
        switch (LiveCapture.open(LiveSettings.of(interfaceName))) {
          case LiveCapture.Opening.Opened(LiveCapture opened) -> opened;
          case LiveCapture.Opening.Refused(String why) -> throw new GuardException(why);
        };
    try {
      account.ifPresent(Account::become);
      return new ObservingGuard(capture, judge);
    } catch (SecurityException e) {
      capture.close();
      throw new GuardException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void run() throws GuardException {
    while (!isStopped) {
      isTended = false;
      Polled polled = capture.poll(this::take);
      if (polled instanceof Polled.Failed(String why)) {
        throw new GuardException("nothing comes from the interface any more: " + why);
      }
      judge.tend(0);
    }
  }

  @Override
  public void stop() {
    isStopped = true;
    capture.stop();
  }

  @Override
  public BridgeCounts counts() {
    return BridgeCounts.NONE;
  }

  @Override
  public void close() {
    capture.close();
  }

  private void take(
      MemorySegment memory, long offset, int captured, int wire, LinkType link, long nanos) {
    if (!isTended) {
      // The poll waits for packets: other rules may have come meanwhile, and hold from the first.
      judge.tend(nanos);
      isTended = true;
    }
    judge.judge(memory, offset, captured, wire, link, nanos);
  }
}
