package org.lagroups.wormguard.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.api.OfferSignature;
import org.lagroups.wormguard.api.SignatureView;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag guard offer}. */
@Command(
    name = "offer",
    description = {
      "Offers a signature of a worm to the group, with the evidence for it.",
      "It is tested here first, as at everybody else: the rule has to hold for its evidence, and for"
          + " hardly anything of the ordinary traffic of late. What this node does not vouch for it"
          + " does not offer."
    })
final class OfferCommand extends LagCommand {

  private static final int MAX_RULE_FILE_BYTES = 65_536;

  @Parameters(paramLabel = "RULE", description = "A file with one rule.")
  private Path rule = Path.of("-");

  @Option(
      names = "--evidence",
      required = true,
      paramLabel = "FILE",
      description = "The evidence, as lag guard learn writes it.")
  private Path evidence = Path.of("-");

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      defaultValue = "",
      description = "To whom, if this node belongs to several groups.")
  private String group = "";

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "For how long at most, 1 to 30 days; 7 unless set.")
  private int days;

  @Override
  public Integer call() {
    String text = new String(read(rule, MAX_RULE_FILE_BYTES), StandardCharsets.ISO_8859_1);
    List<String> rules =
        text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
    if (rules.size() != 1) {
      throw new CommandFailedException(
          "%s has %d rules".formatted(Output.safe(rule.toString()), rules.size()),
          "offer one at a time");
    }
    String content = HexFormat.of().formatHex(read(evidence, EvidenceRef.MAX_BYTES));
    SignatureView one =
        control()
            .post(
                SigsCommand.PATH,
                new OfferSignature(group, rules.getFirst(), content, days),
                SignatureView.class);
    out().data(one, () -> out().line("Offered, and endorsed by this node: " + one.id()));
    return DONE;
  }

  static byte[] read(Path file, int most) {
    String name = Output.safe(file.toString());
    try {
      if (Files.size(file) > most) {
        throw new CommandFailedException(
            "%s has more than %d bytes".formatted(name, most), "name another file");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandFailedException("cannot read " + name, "name a file that you may read");
    }
  }
}
