package org.lagroups.wormguard.runtime.learning;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.signature.Signature;

/**
 * Writes signatures to a file of rules, and their evidence to files of its own, {@code
 * SID.evidence}. Only their owner may read them, as evidence has what others sent.
 */
public final class SignatureFiles {

  private final Optional<Path> rules;
  private final Optional<Path> evidence;
  private final StringBuilder text = new StringBuilder();

  /**
   * Begins with a file without rules, in place of one that may be there, and a folder.
   *
   * @throws org.lagroups.node.state.StateException if they cannot be written, with what to do
   */
  public SignatureFiles(Optional<Path> rules, Optional<Path> evidence) {
    this.rules = rules.map(Path::toAbsolutePath);
    this.evidence = evidence.map(Path::toAbsolutePath);
    this.evidence.ifPresent(OwnerFiles::createFolder);
    text.append("# Learned by lag guard learn.\n");
    writeRules();
  }

  /**
   * Writes one; once this returns it is on disk.
   *
   * @throws org.lagroups.node.state.StateException if it cannot be written
   */
  public void add(Signature signature) {
    evidence.ifPresent(folder ->
        OwnerFiles.write(
            folder.resolve(signature.sid() + ".evidence"),
            EvidenceCodec.encode(signature.evidence()).toArray()));
    text.append("# evidence ").append(signature.digest()).append('\n');
    text.append(signature.evidence().rule()).append('\n');
    writeRules();
  }

  private void writeRules() {
    rules.ifPresent(
        file -> OwnerFiles.write(file, text.toString().getBytes(StandardCharsets.US_ASCII)));
  }
}
