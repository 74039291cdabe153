namespace Helpdesk.Platform;

/// <summary>A setting is missing or wrong; the message is a sentence for the operator that names it.</summary>
public sealed class SettingsException(string message) : Exception(message);
