package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Another person approved a batch against its file's hash, and the file went to the bank's folder.
 *
 * @param batch as prepared
 * @param fileHash SHA-256 of the file that the second person saw, 64 hexadecimal digits
 */
public record PaymentBatchApproved(ProgrammeId programme, int batch, String fileHash, String reason)
        implements LedgerEvent {}
