package org.lagroups.node.cli.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.transcript.Flaw;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.TranscriptCheck;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.Printable;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.control.api.TranscriptFile;
import org.lagroups.node.control.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

/** {@code lag transcript verify}. */
@Command(
    name = "verify",
    description = {
      "Checks a proof of membership, without asking anybody.",
      "Exit code 0: it is what you ask for. 1: it is not, and all that is wrong is printed."
    })
final class VerifyCommand extends LagCommand {

  /** The longest file that is read, in bytes; one with the most signers is half as long. */
  static final int MAX_FILE_BYTES = 128 * 1024;

  @Parameters(paramLabel = "FILE", description = "As `lag transcript export` has written it.")
  private Path file = Path.of("");

  @Option(
      names = {"-k", "--signers"},
      paramLabel = "K",
      defaultValue = "1",
      description = "How many have to sign, 1 to 64. Default: ${DEFAULT-VALUE}.")
  private int signers = 1;

  @Option(
      names = "--trust",
      paramLabel = "NODE",
      split = ",",
      description = "The ID of a node that you trust; may be repeated.")
  private List<String> trusted = List.of();

  @Option(
      names = {"-t", "--trusted"},
      paramLabel = "T",
      description = "How many of them have to be trusted. Default: 1 if --trust is given, else 0.")
  private @Nullable Integer leastTrusted;

  @Option(
      names = {"-g", "--group"},
      paramLabel = "GROUP",
      description = "The ID of the group that it has to be about.")
  private @Nullable String group;

  @Option(
      names = "--member",
      paramLabel = "NODE",
      description = "The ID of the member that it has to be about.")
  private @Nullable String member;

  @Option(
      names = "--skew",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "By how much clocks may differ. Default: ${DEFAULT-VALUE}.")
  private long skewSeconds = 5;

  /** What is printed. */
  record Report(boolean valid, int signers, int trusted, long expiryMillis, List<Flaw> flaws) {}

  @Override
  public Integer call() {
    TranscriptPolicy policy = policy();
    Transcript transcript = read();
    Optional<Bls> fast = NativeBls.load();
    if (fast.isEmpty()) {
      out().note("There is no native library for this system: checking takes seconds.");
    }
    TranscriptCheck check =
        new TranscriptVerifier(new KeyRing(fast.orElseGet(JavaBls::new)))
            .verify(transcript, policy, System.currentTimeMillis());
    long expiry = transcript.endorsement().expiryMillis();
    Report report =
        new Report(check.isValid(), check.signers(), check.trusted(), expiry, check.flaws());
    out().data(report, () -> print(transcript, report));
    return check.isValid() ? DONE : FAILED;
  }

  private void print(Transcript transcript, Report report) {
    out().line("member  " + transcript.endorsement().attestee());
    out().line("group   " + transcript.endorsement().group());
    out().line("until   " + Instant.ofEpochMilli(report.expiryMillis));
    out().line("signed by %d, of which %d trusted".formatted(report.signers, report.trusted));
    out().line(report.valid ? "valid" : "NOT VALID");
    for (Flaw flaw : report.flaws) {
      String kind = flaw.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      out().line("  %s: %s".formatted(kind, flaw.detail()));
    }
  }

  private TranscriptPolicy policy() {
    Set<NodeId> nodes = new HashSet<>();
    trusted.forEach(text -> nodes.add(parsed("--trust", text, NodeId::parse)));
    Integer least = leastTrusted;
    try {
      return new TranscriptPolicy(
          signers,
          least == null ? Math.min(nodes.size(), 1) : least,
          nodes,
          Optional.ofNullable(group).map(text -> parsed("--group", text, GroupId::parse)),
          Optional.ofNullable(member).map(text -> parsed("--member", text, NodeId::parse)),
          Math.multiplyExact(skewSeconds, 1_000L),
          GroupSettings.MAX_VALIDITY_MILLIS);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ParameterException(spec().commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private <T> T parsed(String option, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec().commandLine(), "%s: %s".formatted(option, e.getMessage()), e);
    }
  }

  private Transcript read() {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw notATranscript("it has more than " + MAX_FILE_BYTES + " bytes");
      }
      return Json.readStrict(Files.readAllBytes(file), TranscriptFile.class).toTranscript();
    } catch (NoSuchFileException e) {
      throw new CommandFailedException("there is no file " + file, "");
    } catch (IOException e) {
      throw new CommandFailedException("cannot read %s: %s".formatted(file, e.getMessage()), "");
    } catch (JacksonException e) {
      throw notATranscript(e.getOriginalMessage() + place(e));
    } catch (IllegalArgumentException e) {
      throw notATranscript(String.valueOf(e.getMessage()));
    }
  }

  /** Where in the file something is wrong, as far as that is known. */
  private static String place(JacksonException e) {
    String path =
        e.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[%d]".formatted(step.getIndex())
                    : "." + step.getPropertyName())
            .collect(Collectors.joining());
    return path.isEmpty() ? "" : ", in " + path.substring(1);
  }

  private CommandFailedException notATranscript(String why) {
    return new CommandFailedException(
        "%s is not a transcript: %s".formatted(file, Printable.of(why)),
        "one is made by: lag transcript export");
  }
}
