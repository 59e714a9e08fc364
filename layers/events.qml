<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyMaxScale="1" simplifyLocal="1" symbologyReferenceScale="-1">
 <temporal enabled="1" mode="4" limitMode="0" startField="start" endField="end" durationField="" durationUnit="min" fixedDuration="0" accumulate="0" startExpression="coalesce(if(&quot;tz&quot;='UTC' AND &quot;time_precision&quot; IN ('minute','hour'),&quot;start_utc&quot;,to_datetime(&quot;start&quot;)),@map_start_time)" endExpression="coalesce(if(&quot;tz&quot;='UTC' AND &quot;time_precision&quot; IN ('minute','hour'),&quot;end_utc&quot;,to_datetime(to_date(to_datetime(&quot;end&quot;)+to_interval('30 hours')))),@map_end_time)">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="pointCluster" forceraster="0" tolerance="5" toleranceUnit="MM" toleranceUnitScale="3x:0,0,0,0,0,0">
  <renderer-v2 type="categorizedSymbol" attr="kind" forceraster="0">
   <categories>
    <category value="meeting" symbol="0" label="Meeting" render="true" />
    <category value="statement" symbol="1" label="Statement" render="true" />
    <category value="inspection" symbol="2" label="Inspection" render="true" />
    <category value="operation_launch" symbol="3" label="Operation launched" render="true" />
    <category value="mechanism" symbol="4" label="Mechanism" render="true" />
    <category value="supply_cut" symbol="5" label="Supply cut" render="true" />
    <category value="raid_or_detention" symbol="6" label="Raid or detention" render="true" />
    <category value="arrest" symbol="7" label="Arrest" render="true" />
    <category value="handover" symbol="8" label="Handover" render="true" />
    <category value="rescue" symbol="9" label="Rescue" render="true" />
    <category value="repatriation" symbol="10" label="Repatriation" render="true" />
    <category value="trafficking_case" symbol="11" label="Trafficking case" render="true" />
    <category value="report" symbol="12" label="Report" render="true" />
    <category value="" symbol="13" label="Other" render="true" />
   </categories>
   <symbols>
    <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="11,92,173,255" type="QString" />
       <Option name="outline_color" value="11,92,173,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#0b5cad','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTUuMSA0YTEuNiAxLjYgMCAxIDEtLjAxIDBaTTEwLjkgNGExLjYgMS42IDAgMSAxLS4wMSAwWk0yLjQgMTJjMC0yIDEuMS0zLjIgMi43LTMuMlM3LjggMTAgNy44IDEyTTguMiAxMmMwLTIgMS4xLTMuMiAyLjctMy4yczIuNyAxLjIgMi43IDMuMiIgdHJhbnNmb3JtPSJ0cmFuc2xhdGUoOCA4KSBzY2FsZSgwLjY2KSB0cmFuc2xhdGUoLTggLTgpIiBmaWxsPSJub25lIiBzdHJva2U9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMS43Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#0b5cad')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="74,143,208,255" type="QString" />
       <Option name="outline_color" value="74,143,208,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#4a8fd0','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTMgMy42aDEwdjYuNkg4LjJsLTMgMi42di0yLjZIM1oiIHRyYW5zZm9ybT0idHJhbnNsYXRlKDggOCkgc2NhbGUoMC42NikgdHJhbnNsYXRlKC04IC04KSIgZmlsbD0ibm9uZSIgc3Ryb2tlPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjEuNyIvPjwvc3ZnPg==" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#4a8fd0')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="18,58,107,255" type="QString" />
       <Option name="outline_color" value="18,58,107,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#123a6b','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTcgMy4yYTMuNyAzLjcgMCAxIDEtLjAxIDBaTTkuNyA5LjdsMy4zIDMuMyIgdHJhbnNmb3JtPSJ0cmFuc2xhdGUoOCA4KSBzY2FsZSgwLjY2KSB0cmFuc2xhdGUoLTggLTgpIiBmaWxsPSJub25lIiBzdHJva2U9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMS43Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#123a6b')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="91,44,140,255" type="QString" />
       <Option name="outline_color" value="91,44,140,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#5b2c8c','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTQuNCAxMy40VjIuOE00LjQgMy4yaDhsLTIuMiAyLjYgMi4yIDIuNmgtOCIgdHJhbnNmb3JtPSJ0cmFuc2xhdGUoOCA4KSBzY2FsZSgwLjY2KSB0cmFuc2xhdGUoLTggLTgpIiBmaWxsPSJub25lIiBzdHJva2U9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMS43Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#5b2c8c')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="143,99,189,255" type="QString" />
       <Option name="outline_color" value="143,99,189,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#8f63bd','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTEuNyAxLjcgMCAxIDEtLjAxIDBaTTMuOSA5LjZhMS43IDEuNyAwIDEgMS0uMDEgMFpNMTIuMSA5LjZhMS43IDEuNyAwIDEgMS0uMDEgMFpNNy4yIDUuNyA0LjggOS44TTguOCA1LjdsMi40IDQuMU01LjYgMTEuM2g0LjgiIHRyYW5zZm9ybT0idHJhbnNsYXRlKDggOCkgc2NhbGUoMC42NikgdHJhbnNsYXRlKC04IC04KSIgZmlsbD0ibm9uZSIgc3Ryb2tlPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjEuNyIvPjwvc3ZnPg==" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#8f63bd')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="168,116,0,255" type="QString" />
       <Option name="outline_color" value="168,116,0,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#a87400','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTkuMiAyLjIgNC40IDguOGgzLjJMNi44IDEzLjhsNC44LTYuNkg4LjRaIiB0cmFuc2Zvcm09InRyYW5zbGF0ZSg4IDgpIHNjYWxlKDAuNjYpIHRyYW5zbGF0ZSgtOCAtOCkiIGZpbGw9Im5vbmUiIHN0cm9rZT0icGFyYW0oZmlsbCkgI2ZmZmZmZiIgc3Ryb2tlLXdpZHRoPSIxLjciLz48L3N2Zz4=" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#a87400')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="168,40,10,255" type="QString" />
       <Option name="outline_color" value="168,40,10,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#a8280a','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi4zbDQuNyAxLjd2My41YzAgMy0xLjkgNS4xLTQuNyA2LjItMi44LTEuMS00LjctMy4yLTQuNy02LjJWNFpNNS44IDcuOGwxLjYgMS42IDIuOS0zLjEiIHRyYW5zZm9ybT0idHJhbnNsYXRlKDggOCkgc2NhbGUoMC42NikgdHJhbnNsYXRlKC04IC04KSIgZmlsbD0ibm9uZSIgc3Ryb2tlPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjEuNyIvPjwvc3ZnPg==" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#a8280a')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="224,95,42,255" type="QString" />
       <Option name="outline_color" value="224,95,42,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#e05f2a','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTQuOSA2YTIuNiAyLjYgMCAxIDEtLjAxIDBaTTExLjEgNmEyLjYgMi42IDAgMSAxLS4wMSAwWk03LjQgNy40aDEuMiIgdHJhbnNmb3JtPSJ0cmFuc2xhdGUoOCA4KSBzY2FsZSgwLjY2KSB0cmFuc2xhdGUoLTggLTgpIiBmaWxsPSJub25lIiBzdHJva2U9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMS43Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#e05f2a')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="0,115,79,255" type="QString" />
       <Option name="outline_color" value="0,115,79,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#00734f','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuMiA4aDguNE03LjYgNC44IDEwLjggOGwtMy4yIDMuMk0xMy42IDMuNHY5LjIiIHRyYW5zZm9ybT0idHJhbnNsYXRlKDggOCkgc2NhbGUoMC42NikgdHJhbnNsYXRlKC04IC04KSIgZmlsbD0ibm9uZSIgc3Ryb2tlPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjEuNyIvPjwvc3ZnPg==" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#00734f')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="31,158,120,255" type="QString" />
       <Option name="outline_color" value="31,158,120,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#1f9e78','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi41YTUuNSA1LjUgMCAxIDEtLjAxIDBaTTggNS43YTIuMyAyLjMgMCAxIDEtLjAxIDBaTTQuMiA0LjJsMi4xIDIuMU05LjcgOS43bDIuMSAyLjFNMTEuOCA0LjIgOS43IDYuM002LjMgOS43bC0yLjEgMi4xIiB0cmFuc2Zvcm09InRyYW5zbGF0ZSg4IDgpIHNjYWxlKDAuNjYpIHRyYW5zbGF0ZSgtOCAtOCkiIGZpbGw9Im5vbmUiIHN0cm9rZT0icGFyYW0oZmlsbCkgI2ZmZmZmZiIgc3Ryb2tlLXdpZHRoPSIxLjciLz48L3N2Zz4=" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#1f9e78')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="0,75,54,255" type="QString" />
       <Option name="outline_color" value="0,75,54,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#004b36','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNCA4IDggM2w1LjYgNU00LjIgNi44djZoNy42di02TTggMTIuNlY5LjQiIHRyYW5zZm9ybT0idHJhbnNsYXRlKDggOCkgc2NhbGUoMC42NikgdHJhbnNsYXRlKC04IC04KSIgZmlsbD0ibm9uZSIgc3Ryb2tlPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjEuNyIvPjwvc3ZnPg==" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#004b36')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="11" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="163,36,106,255" type="QString" />
       <Option name="outline_color" value="163,36,106,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#a3246a','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi44IDE0IDEzSDJaTTggNi40djMuMk04IDExLjJ2LjIiIHRyYW5zZm9ybT0idHJhbnNsYXRlKDggOCkgc2NhbGUoMC42NikgdHJhbnNsYXRlKC04IC04KSIgZmlsbD0ibm9uZSIgc3Ryb2tlPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjEuNyIvPjwvc3ZnPg==" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#a3246a')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="12" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="90,98,108,255" type="QString" />
       <Option name="outline_color" value="90,98,108,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#5a626c','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTQuNCAyLjZoNC44bDIuNiAyLjZ2OC4ySDQuNFpNNi4zIDcuNmgzLjZNNi4zIDEwLjJoMy42IiB0cmFuc2Zvcm09InRyYW5zbGF0ZSg4IDgpIHNjYWxlKDAuNjYpIHRyYW5zbGF0ZSgtOCAtOCkiIGZpbGw9Im5vbmUiIHN0cm9rZT0icGFyYW0oZmlsbCkgI2ZmZmZmZiIgc3Ryb2tlLXdpZHRoPSIxLjciLz48L3N2Zz4=" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="255,255,255,255" type="QString" />
       <Option name="outline_color" value="255,255,255,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#ffffff','#5a626c')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="13" alpha="1" clip_to_extent="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
      <Option type="Map">
       <Option name="name" value="circle" type="QString" />
       <Option name="size" value="0" type="QString" />
       <Option name="size_unit" value="RenderMetersInMapUnits" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="color" value="58,74,90,15" type="QString" />
       <Option name="outline_color" value="58,74,90,102" type="QString" />
       <Option name="outline_style" value="dot" type="QString" />
       <Option name="outline_width" value="0.25" type="QString" />
       <Option name="outline_width_unit" value="MM" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,2*coalesce(&quot;radius_m&quot;,0),0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SvgMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+" type="QString" />
       <Option name="size" value="6.6" type="QString" />
       <Option name="size_unit" value="MM" type="QString" />
       <Option name="color" value="90,98,108,255" type="QString" />
       <Option name="outline_color" value="90,98,108,255" type="QString" />
       <Option name="outline_width" value="0" type="QString" />
       <Option name="scale_method" value="diameter" type="QString" />
       <Option name="horizontal_anchor_point" value="1" type="QString" />
       <Option name="vertical_anchor_point" value="1" type="QString" />
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString" />
        <Option type="Map" name="properties">
         <Option type="Map" name="size">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;primary&quot;,6.6,3.0)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="fillColor">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'#5a626c','#ffffff')" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="enabled">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
         <Option type="Map" name="name">
          <Option name="active" value="true" type="bool" />
          <Option name="expression" value="CASE WHEN &quot;layer&quot;='border_points' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjIgMTUuOCA4IDggMTUuOCAuMiA4WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC4yIDE1LjggOCA4IDE1LjggLjIgOFoiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='compounds' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTIuNiAxLjRoMTAuOGExLjIgMS4yIDAgMCAxIDEuMiAxLjJ2MTAuOGExLjIgMS4yIDAgMCAxLTEuMiAxLjJIMi42YTEuMiAxLjIgMCAwIDEtMS4yLTEuMlYyLjZhMS4yIDEuMiAwIDAgMSAxLjItMS4yWiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik0yLjYgMS40aDEwLjhhMS4yIDEuMiAwIDAgMSAxLjIgMS4ydjEwLjhhMS4yIDEuMiAwIDAgMS0xLjIgMS4ySDIuNmExLjIgMS4yIDAgMCAxLTEuMi0xLjJWMi42YTEuMiAxLjIgMCAwIDEgMS4yLTEuMloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='checkpoints' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTEuMiAxLjZoMTMuNnY3LjJMOCAxNS45IDEuMiA4LjhaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' WHEN &quot;layer&quot;='venues' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' WHEN &quot;layer&quot;='incidents' THEN 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggLjZhNy40IDcuNCAwIDEgMSAwIDE0LjhBNy40IDcuNCAwIDAgMSA4IC42WiIgZmlsbD0iI2ZmZmZmZiIgc3Ryb2tlPSIjZmZmZmZmIiBzdHJva2Utd2lkdGg9IjMuNCIvPjxwYXRoIGQ9Ik04IC42YTcuNCA3LjQgMCAxIDEgMCAxNC44QTcuNCA3LjQgMCAwIDEgOCAuNloiIGZpbGw9InBhcmFtKGZpbGwpICNmZmZmZmYiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkgIzAwMDAwMCIgc3Ryb2tlLXdpZHRoPSIxLjQiLz48L3N2Zz4=' ELSE 'base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0yIC0yIDIwIDIwIiB3aWR0aD0iMjAiIGhlaWdodD0iMjAiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSIjZmZmZmZmIiBzdHJva2U9IiNmZmZmZmYiIHN0cm9rZS13aWR0aD0iMy40Ii8+PHBhdGggZD0iTTggMi40YTUuNiA1LjYgMCAxIDEgMCAxMS4yQTUuNiA1LjYgMCAwIDEgOCAyLjRaIiBmaWxsPSJwYXJhbShmaWxsKSAjZmZmZmZmIiBzdHJva2U9InBhcmFtKG91dGxpbmUpICMwMDAwMDAiIHN0cm9rZS13aWR0aD0iMS40Ii8+PC9zdmc+' END" type="QString" />
          <Option name="type" value="3" type="int" />
         </Option>
        </Option>
        <Option name="type" value="collection" type="QString" />
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
   </symbols>
  </renderer-v2>
  <symbol type="marker" name="centerSymbol" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" pass="0" locked="1">
    <Option type="Map">
     <Option name="name" value="circle" type="QString" />
     <Option name="size" value="8.6" type="QString" />
     <Option name="size_unit" value="MM" type="QString" />
     <Option name="scale_method" value="diameter" type="QString" />
     <Option name="color" value="255,255,255,255" type="QString" />
     <Option name="outline_color" value="95,103,114,255" type="QString" />
     <Option name="outline_style" value="no" type="QString" />
     <Option name="outline_width" value="1.1" type="QString" />
     <Option name="outline_width_unit" value="MM" type="QString" />
     <Option name="horizontal_anchor_point" value="1" type="QString" />
     <Option name="vertical_anchor_point" value="1" type="QString" />
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" value="" type="QString" />
      <Option type="Map" name="properties">
       <Option type="Map" name="enabled">
        <Option name="active" value="true" type="bool" />
        <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
        <Option name="type" value="3" type="int" />
       </Option>
      </Option>
      <Option name="type" value="collection" type="QString" />
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
    <Option type="Map">
     <Option name="name" value="circle" type="QString" />
     <Option name="size" value="7" type="QString" />
     <Option name="size_unit" value="MM" type="QString" />
     <Option name="scale_method" value="diameter" type="QString" />
     <Option name="color" value="255,255,255,255" type="QString" />
     <Option name="outline_color" value="95,103,114,255" type="QString" />
     <Option name="outline_style" value="solid" type="QString" />
     <Option name="outline_width" value="1.1" type="QString" />
     <Option name="outline_width_unit" value="MM" type="QString" />
     <Option name="horizontal_anchor_point" value="1" type="QString" />
     <Option name="vertical_anchor_point" value="1" type="QString" />
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" value="" type="QString" />
      <Option type="Map" name="properties">
       <Option type="Map" name="outlineColor">
        <Option name="active" value="true" type="bool" />
        <Option name="expression" value="coalesce(@cluster_color,'#5f6772')" type="QString" />
        <Option name="type" value="3" type="int" />
       </Option>
       <Option type="Map" name="enabled">
        <Option name="active" value="true" type="bool" />
        <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
        <Option name="type" value="3" type="int" />
       </Option>
      </Option>
      <Option name="type" value="collection" type="QString" />
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="FontMarker" enabled="1" pass="0" locked="1">
    <Option type="Map">
     <Option name="font" value="Noto Sans" type="QString" />
     <Option name="font_style" value="Bold" type="QString" />
     <Option name="chr" value="2" type="QString" />
     <Option name="size" value="3.2" type="QString" />
     <Option name="size_unit" value="MM" type="QString" />
     <Option name="color" value="27,31,36,255" type="QString" />
     <Option name="outline_width" value="0" type="QString" />
     <Option name="offset" value="0,0" type="QString" />
     <Option name="horizontal_anchor_point" value="1" type="QString" />
     <Option name="vertical_anchor_point" value="1" type="QString" />
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" value="" type="QString" />
      <Option type="Map" name="properties">
       <Option type="Map" name="char">
        <Option name="active" value="true" type="bool" />
        <Option name="expression" value="@cluster_size" type="QString" />
        <Option name="type" value="3" type="int" />
       </Option>
       <Option type="Map" name="enabled">
        <Option name="active" value="true" type="bool" />
        <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
        <Option name="type" value="3" type="int" />
       </Option>
      </Option>
      <Option name="type" value="collection" type="QString" />
     </Option>
    </data_defined_properties>
   </layer>
  </symbol>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="if(if(layer_property(@layer,'feature_count')&lt;=2000,count(&quot;id&quot;,group_by:=&quot;place_id&quot;,filter:=coalesce(&quot;start&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),true) AND coalesce(attribute($currentfeature,'end')&gt;=to_date(@map_start_time),true)),1)&gt;1,&quot;place_name&quot;,&quot;title&quot;)" isExpression="1" fontFamily="Noto Sans" namedStyle="Regular" fontWeight="50" fontSize="8" fontSizeUnit="Point" textColor="27,31,36,255" textOpacity="1" multilineHeight="0.95" fontKerning="1" textOrientation="horizontal">
    <families>
     <family name="Noto Sans" />
     <family name="Open Sans" />
     <family name="Segoe UI" />
     <family name="Helvetica Neue" />
     <family name="Arial" />
    </families>
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="247,245,240,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1" />
   </text-style>
   <text-format multilineAlign="3" formatNumbers="0" autoWrapLength="24" useMaxLineLengthForAutoWrap="1" wrapChar="" />
   <placement dist="5" distUnits="MM" offsetType="0" offsetUnits="MM" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceUnits="MM" lineAnchorPercent="0.5" polygonPlacementFlags="2" preserveRotation="1" placement="6" predefinedPositionOrder="R,L,TR,BR,TL,BL,TSR,BSR" />
   <rendering drawLabels="1" displayAll="0" limitNumLabels="1" maxNumLabels="2000" fontMinPixelSize="3" fontMaxPixelSize="10000" obstacle="1" obstacleFactor="1" obstacleType="1" />
   <dd_properties>
    <Option type="Map">
     <Option name="name" value="" type="QString" />
     <Option type="Map" name="properties">
      <Option type="Map" name="Show">
       <Option name="active" value="true" type="bool" />
       <Option name="expression" value="if(if(layer_property(@layer,'feature_count')&lt;=2000,count(&quot;id&quot;,group_by:=&quot;place_id&quot;,filter:=coalesce(&quot;start&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),true) AND coalesce(attribute($currentfeature,'end')&gt;=to_date(@map_start_time),true)),1)&gt;1,if(layer_property(@layer,'feature_count')&lt;=2000,&quot;id&quot;=minimum(&quot;id&quot;,group_by:=&quot;place_id&quot;,filter:=coalesce(&quot;start&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),true) AND coalesce(attribute($currentfeature,'end')&gt;=to_date(@map_start_time),true)),true),&quot;primary&quot;) AND if(layer_property(@layer,'feature_count')&lt;=2000,with_variable('shown',array_to_string(array_foreach(@map_layer_ids,layer_property(@element,'source')),' '),array_length(array_filter(array_distinct(array_agg(&quot;layer&quot;)),@element IN ('border_points','compounds','checkpoints','venues','incidents') AND NOT @shown~concat('(layername=|/)',@element)))&gt;0),true)" type="QString" />
       <Option name="type" value="3" type="int" />
      </Option>
     </Option>
     <Option name="type" value="collection" type="QString" />
    </Option>
   </dd_properties>
  </settings>
 </labeling>
 <legend type="default-vector" showLabelLegend="0" />
 <fieldConfiguration>
  <field name="layer" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Areas" value="areas" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Border points" value="border_points" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Checkpoints and airports" value="checkpoints" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Compounds" value="compounds" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Events" value="events" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Incidents" value="incidents" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Movements" value="movements" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Not on the map" value="none" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Cities and venues" value="venues" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="kind" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Arrest" value="arrest" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Handover" value="handover" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Inspection" value="inspection" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Mechanism" value="mechanism" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Meeting" value="meeting" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Operation launched" value="operation_launch" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Raid or detention" value="raid_or_detention" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Repatriation" value="repatriation" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Report" value="report" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Rescue" value="rescue" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Statement" value="statement" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Supply cut" value="supply_cut" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Trafficking case" value="trafficking_case" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="status" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Announced" value="announced" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Decided" value="decided" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Done" value="done" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Ended" value="ended" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Proposed" value="proposed" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Working" value="working" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="place_kind" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Airport" value="airport" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Border" value="border" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Border town" value="border_town" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Bridge" value="bridge" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Checkpoint" value="checkpoint" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="City" value="city" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Compound" value="compound" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Compound area" value="compound_area" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Country" value="country" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="District" value="district" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Mountain pass" value="mountain_pass" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Office" value="office" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Province" value="province" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Region" value="region" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Supply point" value="supply_point" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Venue" value="venue" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="role" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Destination" value="destination" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Origin" value="origin" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Site" value="site" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Subject" value="subject" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Supply point" value="supply_point" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Target area" value="target_area" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Transit" value="transit" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Venue" value="venue" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="basis" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="from the context" value="context" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="implied: seat of the office that acts" value="implied" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="stated by the source" value="stated" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="time_precision" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="known to the day" value="day" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the hour" value="hour" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known as an interval" value="interval" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the minute" value="minute" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the month" value="month" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the season" value="season" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="date not known" value="unknown" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the year" value="year" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="time_certainty" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="from this time on, moment unknown" value="after" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="by the end of this time" value="before" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="at this time" value="exact" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="lasted all this time" value="span" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="at an unknown moment within this time" value="within" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" index="0" name="Feature" />
  <alias field="event_id" index="1" name="Event" />
  <alias field="place_id" index="2" name="Place (id)" />
  <alias field="layer" index="3" name="Layer" />
  <alias field="kind" index="4" name="Kind" />
  <alias field="title" index="5" name="Title" />
  <alias field="title_zh_hans" index="6" name="Title (Simplified Chinese)" />
  <alias field="title_zh_hant" index="7" name="Title (Traditional Chinese)" />
  <alias field="summary" index="8" name="Summary" />
  <alias field="summary_zh_hans" index="9" name="Summary (Simplified Chinese)" />
  <alias field="summary_zh_hant" index="10" name="Summary (Traditional Chinese)" />
  <alias field="status" index="11" name="Status" />
  <alias field="place_name" index="12" name="Place" />
  <alias field="place_name_zh_hans" index="13" name="Place (Simplified Chinese)" />
  <alias field="place_name_zh_hant" index="14" name="Place (Traditional Chinese)" />
  <alias field="place_name_th" index="15" name="Place (Thai)" />
  <alias field="place_name_my" index="16" name="Place (Burmese)" />
  <alias field="place_kind" index="17" name="Kind of place" />
  <alias field="country" index="18" name="Country" />
  <alias field="role" index="19" name="Role of the place" />
  <alias field="basis" index="20" name="Basis of the place" />
  <alias field="primary" index="21" name="Main place" />
  <alias field="radius_m" index="22" name="Position within (m)" />
  <alias field="when" index="23" name="Date (EDTF)" />
  <alias field="when_text" index="24" name="Date" />
  <alias field="when_text_zh_hans" index="25" name="Date (Simplified Chinese)" />
  <alias field="when_text_zh_hant" index="26" name="Date (Traditional Chinese)" />
  <alias field="start" index="27" name="First day" />
  <alias field="end" index="28" name="Last day" />
  <alias field="start_utc" index="29" name="Start (UTC)" />
  <alias field="end_utc" index="30" name="End (UTC, excluded)" />
  <alias field="tz" index="31" name="Time zone" />
  <alias field="time_precision" index="32" name="Precision of the date" />
  <alias field="time_certainty" index="33" name="Certainty of the date" />
  <alias field="date_applies_to" index="34" name="The date is that of" />
  <alias field="people" index="35" name="People" />
  <alias field="people_qualifier" index="36" name="People: how exact" />
  <alias field="figures" index="37" name="Figures (JSON)" />
  <alias field="actors" index="38" name="Who" />
  <alias field="source_count" index="39" name="Sources" />
  <alias field="independent_sources" index="40" name="Independent sources" />
  <alias field="sources" index="41" name="Sources (JSON)" />
  <alias field="conflict" index="42" name="Sources differ" />
  <alias field="claims" index="43" name="Rival claims (JSON)" />
  <alias field="related" index="44" name="Related events (JSON)" />
  <alias field="url" index="45" name="Link" />
 </aliases>
 <previewExpression>"title"</previewExpression>
 <mapTip>&lt;div style="width:340px;font-family:sans-serif;font-size:12px"&gt;&lt;p style="margin:0 0 4px 0"&gt;&lt;b&gt;[% replace("title",map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/b&gt;&lt;/p&gt;&lt;p style="margin:0 0 4px 0"&gt;[% replace(concat("when_text",coalesce(' · '||"place_name",'')),map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/p&gt;&lt;p style="margin:0 0 4px 0"&gt;[% replace("summary",map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/p&gt;&lt;p style="margin:0 0 4px 0"&gt;&lt;i&gt;Sources: [% replace(array_to_string(array_distinct(array_foreach(from_json("sources"),map_get(@element,'publisher'))),'; '),map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/i&gt;&lt;/p&gt;[% if("conflict",'&lt;p style="margin:0 0 4px 0"&gt;⚠ Where sources differ&lt;/p&gt;','') %]&lt;/div&gt;</mapTip>
</qgis>
