/**
 * What publishers say of their files, signed.
 *
 * <p>Start with {@link org.lagroups.fileshare.record.FileRecord}. Its publisher signs it into a
 * {@link org.lagroups.fileshare.record.SignedRecord}, which keeps exactly the bytes that the
 * signature covers; {@link org.lagroups.fileshare.record.RecordCodec} reads those bytes when they
 * come from a peer, and refuses all but the one canonical form. Names and types are checked when
 * they become a {@link org.lagroups.fileshare.record.FileName} or a {@link
 * org.lagroups.fileshare.record.MimeType}, so no later code has to ask whether they are safe.
 *
 * <p>All types are immutable and may be used from any thread.
 */
@NullMarked
package org.lagroups.fileshare.record;

import org.jspecify.annotations.NullMarked;
