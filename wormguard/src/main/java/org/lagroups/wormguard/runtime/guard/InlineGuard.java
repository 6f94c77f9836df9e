package org.lagroups.wormguard.runtime.guard;

import java.io.IOException;
import java.util.Optional;
import org.lagroups.wormguard.api.BridgeCounts;
import org.lagroups.wormguard.enforce.FailPolicy;
import org.lagroups.wormguard.runtime.bypass.KernelBridge;
import org.lagroups.wormguard.runtime.gate.Bridge;
import org.lagroups.wormguard.runtime.gate.FrameJudge;
import org.lagroups.wormguard.runtime.gate.Watchdog;
import org.lagroups.wormguard.runtime.privilege.Account;
import org.lagroups.wormguard.runtime.wire.PacketSocket;

/** A gateway between two interfaces, from opening them to giving them back. */
public final class InlineGuard implements Guard {

  private static final long MOST_SILENCE_MILLIS = 5_000;
  private static final int EXIT_FAILED = 1;

  private final PacketSocket left;
  private final PacketSocket right;
  private final Optional<KernelBridge> bypass;
  private final Bridge bridge;

  private InlineGuard(
      PacketSocket left,
      PacketSocket right,
      Optional<KernelBridge> bypass,
      FrameJudge judge,
      FailPolicy fail) {
    this.left = left;
    this.right = right;
    this.bypass = bypass;
    this.bridge = new Bridge(left, right, bypass, judge, fail);
  }

  /**
   * Opens the interfaces, prepares for failing as it is set, then gives up the rights for that.
   *
   * @throws GuardException if that cannot be done
   */
  public static InlineGuard open(InlineSettings settings, FrameJudge judge) throws GuardException {
    PacketSocket left = socket(settings.left(), settings.bufferBytes());
    try {
      PacketSocket right = socket(settings.right(), settings.bufferBytes());
      try {
        Optional<KernelBridge> bypass = bypass(settings);
        giveUpRights(settings, bypass);
        return new InlineGuard(left, right, bypass, judge, settings.fail());
      } catch (GuardException | RuntimeException e) {
        right.close();
        throw e;
      }
    } catch (GuardException | RuntimeException e) {
      left.close();
      throw e;
    }
  }

  @Override
  public void run() throws GuardException {
    new Watchdog(bridge, MOST_SILENCE_MILLIS, () -> Runtime.getRuntime().halt(EXIT_FAILED)).start();
    try {
      bridge.run();
    } catch (IOException e) {
      throw new GuardException("the guard cannot go on: " + e.getMessage(), e);
    }
  }

  @Override
  public void stop() {
    bridge.stop();
  }

  @Override
  public BridgeCounts counts() {
    return bridge.counts();
  }

  /** Gives the interfaces back, after {@link #run}: joined without a guard, or apart, as set. */
  @Override
  public void close() {
    left.close();
    right.close();
    bypass.ifPresent(KernelBridge::close);
  }

  private static PacketSocket socket(String name, int bufferBytes) throws GuardException {
    return switch (PacketSocket.open(name, bufferBytes)) {
      case PacketSocket.Opening.Opened(PacketSocket socket) -> socket;
      case PacketSocket.Opening.Refused(String why) -> throw new GuardException(why);
    };
  }

  private static void giveUpRights(InlineSettings settings, Optional<KernelBridge> bypass)
      throws GuardException {
    try {
      settings.account().ifPresent(Account::become);
    } catch (SecurityException e) {
      bypass.ifPresent(KernelBridge::close);
      throw new GuardException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Optional<KernelBridge> bypass(InlineSettings settings) throws GuardException {
    try {
      if (settings.fail() == FailPolicy.OPEN) {
        return Optional.of(KernelBridge.shut(settings.left(), settings.right()));
      }
      KernelBridge.takeApart(settings.left(), settings.right());
      return Optional.empty();
    } catch (IOException e) {
      throw new GuardException(String.valueOf(e.getMessage()), e);
    }
  }
}
