package org.lagroups.scenarios.adversary;

import java.nio.file.Files;
import java.nio.file.Path;
import org.lagroups.node.process.EndOfInput;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.runtime.TransportFactory;
import org.lagroups.node.state.HomeFolder;

/**
 * The main class of a node that is honest until a file named {@link #SWITCH} appears in its home.
 * From then on it alters every answer that it passes on for others.
 */
public final class LyingRelay {

  /** The file whose presence makes the node lie. */
  public static final String SWITCH = "lie";

  private LyingRelay() {}

  /**
   * Runs the node at the home folder that is the only argument, until it is asked to end or its
   * standard input closes.
   */
  public static void main(String[] args) throws InterruptedException {
    Path home = Path.of(args[0]);
    NodeOptions honest = NodeOptions.standard();
    TransportFactory lying =
        (loop, identity, bind, allowed, listener) ->
            new LyingTransport(
                identity.nodeId(),
                honest.transport().open(loop, identity, bind, allowed, listener),
                () -> Files.exists(home.resolve(SWITCH)));
    try (NodeProcess node = NodeProcess.start(HomeFolder.at(home), honest.withTransport(lying))) {
      EndOfInput.watch(System.in, node::askToEnd);
      node.awaitEnd();
    }
  }
}
