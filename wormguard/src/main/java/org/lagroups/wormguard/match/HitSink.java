package org.lagroups.wormguard.match;

/** Is told where literals end. */
@FunctionalInterface
public interface HitSink {

  /**
   * Called once for each place that the matcher's {@link Reporting} asks for, in no stated order.
   *
   * @param literalId the {@linkplain Literal#id id} of the literal
   * @param end how many bytes of the text there are up to its last one, that one included
   * @return whether to go on with this text
   */
  boolean hit(int literalId, long end);
}
