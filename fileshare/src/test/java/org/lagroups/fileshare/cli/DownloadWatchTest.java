package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.fileshare.record.Records;
import org.lagroups.machine.GroupId;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.node.control.client.ControlException;

class DownloadWatchTest {

  private final List<String> notes = new ArrayList<>();
  private final DownloadWatch watch =
      new DownloadWatch(new ProgressLine(new PrintWriter(new StringWriter()), false), notes::add);

  @Test
  void saysThatADownloadGoesOnOnlyIfTheNodeMayRun() {
    watch.interrupted(() -> {
      throw failure("busy", "the node is busy");
    });
    watch.interrupted(() -> {
      throw failure(ControlException.NOT_RUNNING, "no node runs at /home/me/.lag");
    });
    watch.interrupted(() -> {
      throw failure(ControlException.DISCONNECTED, "lost the connection");
    });
    assertThat(notes)
        .containsExactly(
            "Could not tell the node to stop, so the download goes on: the node is busy",
            "The node has ended, and the download with it: it goes on when the node runs again",
            "Could not tell the node to stop: lost the connection."
                + " If it runs, the download goes on: lag share downloads");
  }

  @Test
  void leavesItToTheErrorWhenTheNodeEndsMeanwhile() {
    ControlException gone = failure(ControlException.NOT_RUNNING, "no node runs at /home/me/.lag");
    assertThatThrownBy(() ->
            watch.untilEnded(
                running(),
                view -> {
                  throw gone;
                }))
        .isSameAs(gone);
    watch.interrupted(() -> {
      throw gone;
    });
    assertThat(notes).isEmpty();
  }

  private static ControlException failure(String code, String message) {
    return new ControlException(code, message, "start it: lag run");
  }

  private static DownloadView running() {
    GroupId group = GroupId.random(new Random(1));
    return new DownloadView(
        1,
        group,
        Records.ALICE.nodeId(),
        "Alice",
        Records.root(1).toString(),
        "a.pdf",
        10,
        5,
        1,
        5,
        "running",
        1,
        List.of(),
        null,
        null,
        null,
        null);
  }
}
