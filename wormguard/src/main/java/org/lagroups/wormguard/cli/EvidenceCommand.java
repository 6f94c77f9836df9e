package org.lagroups.wormguard.cli;

import java.util.List;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.wormguard.api.EvidenceView;
import org.lagroups.wormguard.api.EvidenceView.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lag guard sigs evidence}. */
@Command(
    name = "evidence",
    description = {
      "Shows what a signature stands on: payloads in which its content was noticed, and how far it"
          + " had spread. The payloads are what gateways test; the counts are its origin's word."
    })
final class EvidenceCommand extends LagCommand {

  @Parameters(paramLabel = "ID", description = "Its ID, or the beginning of it.")
  private String id = "";

  @Override
  public Integer call() {
    EvidenceView view = control().get(SigsCommand.path(id, "/evidence"), EvidenceView.class);
    out().data(view, () -> print(view));
    return DONE;
  }

  private void print(EvidenceView view) {
    out().line("signature " + view.signature());
    out()
        .line(
            "counts    %d packets from about %d sources to about %d destinations; %d of the samples'"
                    .formatted(view.packets(), view.sources(), view.destinations(), view.scanners())
                + " sources were scanning");
    out()
        .line(
            "seen      %s to %s"
                .formatted(
                    SigsCommand.time(view.firstMillis()), SigsCommand.time(view.lastMillis())));
    List<Sample> samples = view.samples();
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      out().line("");
      out()
          .line(
              "sample %d of %d: IPv%d, %s, port %d to %d%s%s"
                  .formatted(
                      i + 1,
                      samples.size(),
                      sample.ipVersion(),
                      sample.protocol(),
                      sample.sourcePort(),
                      sample.destinationPort(),
                      sample.direction().isEmpty() ? "" : ", " + sample.direction(),
                      sample.isEstablished() ? ", established" : ""));
      sample.dump().forEach(out()::line);
    }
  }
}
