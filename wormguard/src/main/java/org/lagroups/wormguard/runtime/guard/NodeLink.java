package org.lagroups.wormguard.runtime.guard;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.wormguard.api.EnforcedRules;
import org.lagroups.wormguard.api.GuardStats.PartnerStats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rules in force as a node says, by asking it again and again in a thread of its own.
 * Packets wait neither for that nor for the node: while it does not answer, what partners vouched
 * for goes on, and ends when their word does.
 */
public final class NodeLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeLink.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Supplier<EnforcedRules> node;
  private final RuleBook book;
  private final Thread thread;
  private volatile boolean isClosed;
  private volatile boolean hasAnswered;
  private volatile boolean isSilent;
  private volatile long answered;

  /**
   * Nothing is asked yet.
   *
   * @param node throws {@link ControlException} if it does not answer
   */
  public NodeLink(Supplier<EnforcedRules> node, RuleBook book) {
    this.node = node;
    this.book = book;
    this.thread = Thread.ofPlatform().daemon().name("guard-node").unstarted(this::run);
  }

  /**
   * Asks once; not while it is asked in the background.
   *
   * @return whether the node answered
   */
  public boolean ask() {
    try {
      book.share(node.get());
      answered = System.nanoTime();
      hasAnswered = true;
      if (isSilent) {
        LOG.info("the node answers again");
      }
      isSilent = false;
      return true;
    } catch (ControlException e) {
      complain(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // Whatever it is, packets pass as before, and the next answer may be a better one.
      complain("what the node says cannot be enforced: " + e);
    }
    return false;
  }

  /** Asks every second from now on. */
  public void start() {
    thread.start();
  }

  private boolean isAnswering() {
    return hasAnswered && System.nanoTime() - answered < SILENT_NANOS;
  }

  /** How things stand. Any thread. */
  public PartnerStats stats() {
    return new PartnerStats(true, isAnswering(), book.sharedRules(), book.sharedRefused());
  }

  /** Asks no more. */
  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
  }

  private void run() {
    while (!isClosed) {
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException _) {
        return;
      }
      ask();
    }
  }

  private void complain(String why) {
    if (!isSilent) {
      LOG.atWarn()
          .addArgument(why)
          .log("{}; what partners vouch for ends with their word, unless the node comes back");
    }
    isSilent = true;
  }
}
