/** Tests of {@code core.attestation}. */
@NullMarked
package org.lagroups.core.attestation;

import org.jspecify.annotations.NullMarked;
