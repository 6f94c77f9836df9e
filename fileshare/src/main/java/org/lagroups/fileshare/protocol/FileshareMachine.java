package org.lagroups.fileshare.protocol;

import java.util.concurrent.TimeUnit;
import org.lagroups.core.route.RouteHandler;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.fileshare.search.Searches;
import org.lagroups.fileshare.serve.FileServer;
import org.lagroups.fileshare.transfer.Downloads;
import org.lagroups.fileshare.verdict.VerdictBook;
import org.lagroups.fileshare.verify.RecordVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;

/** File sharing on one node. */
public final class FileshareMachine implements Machine<FileshareTimer> {

  private static final long TICK_MILLIS = 1_000;

  private final Environment<FileshareTimer> environment;
  private final Ports ports;
  private final FileServer server;
  private final Searches searches;
  private final RecordVerifier verifier;
  private final VerdictBook verdicts;
  private final Downloads downloads;
  private long unexpectedMessages;

  /**
   * A machine that asks {@code peers}.
   *
   * @param changed called when the state of a search or a download has changed
   */
  public FileshareMachine(
      Environment<FileshareTimer> environment, Peers peers, Ports ports, Runnable changed) {
    this.environment = environment;
    this.ports = ports;
    this.server = new FileServer(ports.sharedFiles(), environment::elapsedNanos);
    this.searches = new Searches(peers, ports.sharedFiles(), changed);
    this.verifier = new RecordVerifier(peers);
    this.verdicts = new VerdictBook(ports.verdicts(), ports.verdictStore(), ports.standing());
    this.downloads =
        new Downloads(
            peers,
            ports.partFiles(),
            ports.downloadStore(),
            this::elapsedMillis,
            () -> {
              keepTicking();
              changed.run();
            });
  }

  /** Takes over the downloads of the node's earlier life. */
  @Override
  public void start() {
    downloads.restore(ports.downloads());
    keepTicking();
  }

  /** Closes what is open, before the node stops. */
  public void stop() {
    environment.cancelTimer(FileshareTimer.DOWNLOADS);
    downloads.stop();
  }

  /** Answers other members; to be registered as a routed service. */
  public RouteHandler handler() {
    return server;
  }

  public FileServer server() {
    return server;
  }

  public Searches searches() {
    return searches;
  }

  public RecordVerifier verifier() {
    return verifier;
  }

  public VerdictBook verdicts() {
    return verdicts;
  }

  public Downloads downloads() {
    return downloads;
  }

  /** Messages that came on the protocol's own number, where none are expected. */
  public long unexpectedMessages() {
    return unexpectedMessages;
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    unexpectedMessages++;
  }

  @Override
  public void onTimer(FileshareTimer timer) {
    downloads.tick();
    keepTicking();
  }

  private void keepTicking() {
    if (downloads.isBusy()) {
      environment.setTimer(FileshareTimer.DOWNLOADS, TICK_MILLIS);
    }
  }

  private long elapsedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(environment.elapsedNanos());
  }
}
