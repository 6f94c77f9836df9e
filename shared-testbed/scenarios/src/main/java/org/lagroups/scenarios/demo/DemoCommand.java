package org.lagroups.scenarios.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.scenarios.process.TemporaryFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lag demo}. */
@Command(
    name = "demo",
    description = {
      "Shows what LA-Groups are for, with nine real nodes on this machine.",
      "",
      "Starts node processes in temporary folders, forms a group in which some pairs cannot",
      "talk directly, shares a folder with documentation found on this machine (or copies of files",
      "found on it, if no folder has 500 to 2,500), searches it from",
      "across the group, checks a result over three vertex-disjoint paths, fetches it, lets a relay",
      "lie, has five nodes as gateways block a made-up worm once three of them vouch for its",
      "signature, and not block what two that collude vouch for, streams a video to all, and kills",
      "a node that relays it. The worm is inert bytes in a capture: nothing is sent or executed.",
      "Everything stays on the loopback interface, and everything that was started is ended. Writes",
      "one HTML page that shows what was seen.",
      "",
      "Exit code 0 only if every step was observed."
    })
public final class DemoCommand extends LagCommand {

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "lag-demo.html",
      description = "Where to write the page; ${DEFAULT-VALUE} unless given.")
  private Path output = Path.of("lag-demo.html");

  @Option(names = "--keep", description = "Keep the nodes' folders, and say where they are.")
  private boolean keep;

  @Override
  public Integer call() throws InterruptedException {
    Path page = absolute(output);
    DemoReport report;
    try (TemporaryFolder folder = TemporaryFolder.make("lag-demo-");
        Cast cast = new Cast(folder.path())) {
      if (keep) {
        folder.keep();
        out().note("the nodes' folders stay in " + folder.path());
      }
      report = new Demo(cast, folder.path(), line -> out().note(line)).run();
    }
    write(page, DemoPage.render(report));
    out()
        .data(
            report,
            () -> {
              report.figures().forEach(f -> out().line(f.name() + ": " + f.value()));
              out().line("page: " + page.toUri());
              out().line(report.passed() ? "Every step was observed." : "NOT every step was seen.");
            });
    return report.passed() ? DONE : FAILED;
  }

  private static void write(Path page, String html) {
    try {
      Files.writeString(page, html);
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot write " + page + ": " + e.getMessage(), "name another file with --output");
    }
  }
}
