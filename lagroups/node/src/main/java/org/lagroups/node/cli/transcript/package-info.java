/**
 * The sub-command {@code transcript}: proofs of membership for strangers. Start with {@link
 * org.lagroups.node.cli.transcript.TranscriptCommand}.
 */
@NullMarked
package org.lagroups.node.cli.transcript;

import org.jspecify.annotations.NullMarked;
