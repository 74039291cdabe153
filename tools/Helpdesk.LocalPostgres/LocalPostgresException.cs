namespace Helpdesk.LocalPostgres;

/// <summary>The private PostgreSQL cannot do what was asked; the message says why and what to do.</summary>
public sealed class LocalPostgresException(string message) : Exception(message);
