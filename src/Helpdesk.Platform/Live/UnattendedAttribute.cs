namespace Helpdesk.Platform.Live;

/// <summary>An open page asks for it by itself, so it is no sign that somebody is there: it does not keep a session alive.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnattendedAttribute : Attribute;
