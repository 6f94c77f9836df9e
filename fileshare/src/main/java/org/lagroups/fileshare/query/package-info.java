/**
 * What someone looks for: a few words.
 *
 * <p>Start with {@link org.lagroups.fileshare.query.Query}; {@link
 * org.lagroups.fileshare.query.QueryParser} reads what a person typed. The form is deliberately
 * narrow: whole words, beginnings of words and excluded words. So the cost of answering a
 * stranger's query is bounded by its form, whatever index answers it.
 *
 * <p>All types are immutable and may be used from any thread.
 */
@NullMarked
package org.lagroups.fileshare.query;

import org.jspecify.annotations.NullMarked;
