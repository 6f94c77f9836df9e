/** Tests of transcripts, with a group that is always the same. */
@NullMarked
package org.lagroups.core.transcript;

import org.jspecify.annotations.NullMarked;
