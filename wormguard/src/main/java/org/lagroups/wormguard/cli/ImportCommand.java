package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.control.json.Json;
import org.lagroups.wormguard.api.ExportedSignature;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lag guard sigs import}. */
@Command(
    name = "import",
    description = {
      "Takes signatures from a file, as if a member of the group had offered them now.",
      "Their origin has to be a member. They are tested like all others, whoever has endorsed them."
    })
final class ImportCommand extends LagCommand {

  @Parameters(paramLabel = "FILE", description = "As lag guard sigs export writes it.")
  private Path file = Path.of("-");

  @Override
  public Integer call() {
    List<SignatureView> taken = new ArrayList<>();
    ExportFile exported =
        ExportFile.read(OfferCommand.read(file, Json.MAX_LENGTH))
            .orElseThrow(() ->
                new CommandFailedException(
                    Output.safe(file.toString()) + " is no file of signatures",
                    "export them again: lag guard sigs export"));
    for (ExportedSignature one : exported.signatures()) {
      taken.add(control().post("/v1/guard/import", one, SignatureView.class));
    }
    SignatureList list = new SignatureList(taken);
    out()
        .data(
            list,
            () -> taken.forEach(one -> out().line("%s  %s".formatted(one.id(), one.phase()))));
    return DONE;
  }
}
