// Takes out of the XML documentation of assemblies whatever nobody outside of them can see: the compiler writes their internals too.
// dotnet run .ci/public-docs.cs -- bin/Release/net10.0/FundingReports.dll [ASSEMBLY…]

using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

int wrong = 0;
foreach (string assembly in args)
{
    string file = Path.ChangeExtension(assembly, ".xml");
    HashSet<string> seen;
    using (var image = new PEReader(File.OpenRead(assembly)))
        seen = [.. new Visible(image.GetMetadataReader()).Ids()];
    XDocument documentation = XDocument.Load(file, LoadOptions.PreserveWhitespace);
    XElement[] members = [.. documentation.Descendants("member")];
    XElement[] hidden = [.. members.Where(member => !seen.Contains((string)member.Attribute("name")!))];
    foreach (XElement member in hidden)
    {
        (member.PreviousNode as XText)?.Remove();
        member.Remove();
    }
    documentation.Save(file, SaveOptions.DisableFormatting);
    Console.WriteLine($"{Path.GetFileName(file)}: {members.Length - hidden.Length} members are documented, {hidden.Length} that nobody sees are taken out.");
    // Had the names gone wrong, nothing would be left.
    wrong += hidden.Length < members.Length ? 0 : 1;
}
return wrong;

/// <summary>What can be seen outside of an assembly, by the names of the documentation ("M:System.String.Join(System.Char,System.String[])").</summary>
internal sealed class Visible(MetadataReader metadata) : ISignatureTypeProvider<string, object?>
{
    internal IEnumerable<string> Ids()
    {
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            if (!IsVisible(type))
                continue;
            string name = NameOf(handle);
            yield return $"T:{name}";
            var methods = type.GetMethods().Where(method => IsVisible(metadata.GetMethodDefinition(method).Attributes)).ToHashSet();
            foreach (MethodDefinitionHandle method in methods)
                yield return $"M:{name}.{Signature(metadata.GetMethodDefinition(method))}";
            foreach (FieldDefinition field in type.GetFields().Select(metadata.GetFieldDefinition))
                if ((field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem)
                    yield return $"F:{name}.{metadata.GetString(field.Name)}";
            foreach (PropertyDefinition property in type.GetProperties().Select(metadata.GetPropertyDefinition))
                if (methods.Contains(property.GetAccessors().Getter) || methods.Contains(property.GetAccessors().Setter))
                    yield return $"P:{name}.{metadata.GetString(property.Name)}{Parameters(property.DecodeSignature(this, null).ParameterTypes)}";
            foreach (EventDefinition one in type.GetEvents().Select(metadata.GetEventDefinition))
                if (methods.Contains(one.GetAccessors().Adder))
                    yield return $"E:{name}.{metadata.GetString(one.Name)}";
        }
    }

    private bool IsVisible(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(metadata.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private string Signature(MethodDefinition method)
    {
        string name = metadata.GetString(method.Name).Replace('.', '#');
        MethodSignature<string> signature = method.DecodeSignature(this, null);
        string generic = signature.GenericParameterCount > 0 ? $"``{signature.GenericParameterCount}" : "";
        return name + generic + Parameters(signature.ParameterTypes) + (name is "op_Implicit" or "op_Explicit" ? $"~{signature.ReturnType}" : "");
    }

    private static string Parameters(ImmutableArray<string> types) => types.IsEmpty ? "" : $"({string.Join(',', types)})";

    private string NameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = metadata.GetString(type.Name);
        return type.IsNested ? $"{NameOf(type.GetDeclaringType())}.{name}" : Named(metadata.GetString(type.Namespace), name);
    }

    private static string Named(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => NameOf(handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind is HandleKind.TypeReference
            ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, rawTypeKind)}.{name}"
            : Named(reader.GetString(type.Namespace), name);
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    // The number of its parameters goes where they themselves stand.
    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        int next = 0;
        string filled = string.Join('.', genericType.Split('.').Select(part => part.Split('`') is [var name, var count]
            ? $"{name}{{{string.Join(',', typeArguments[next..(next += int.Parse(count))])}}}" : part));
        return filled;
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{string.Join(',', Enumerable.Repeat("0:", shape.Rank))}]";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetByReferenceType(string elementType) => $"{elementType}@";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => "=FUNC";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"``{index}";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"`{index}";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;
}
