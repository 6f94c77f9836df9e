/** Tests of snapshots as objects and as bytes. */
@NullMarked
package org.lagroups.core.transcript.snapshot;

import org.jspecify.annotations.NullMarked;
